namespace FlowLogs.Filtering.Syntax;

/// <summary>
/// A token: what it is, where it stands, and what it says (quotes, escapes and percent signs undone).
/// </summary>
internal readonly record struct Token(TokenKind Kind, PatternSpan Span, string Value)
{
    public int Start => Span.Start;

    public int End => Span.End;

    public bool IsWord(string keyword) =>
        Kind == TokenKind.Word && Value.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
