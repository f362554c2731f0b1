namespace FlowLogs.Filtering.Syntax;

/// <summary>What a token of a JSON or delimited pattern is.</summary>
internal enum TokenKind
{
    End,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Word,
    Number,
    Quoted,
    Regex,
    Selector,
    Ellipsis,
}
