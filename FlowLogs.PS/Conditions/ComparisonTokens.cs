using System.Management.Automation.Language;
using FlowLogs.Filtering.Values;

namespace FlowLogs.PS.Conditions;

/// <summary>PowerShell's operators that compare sizes.</summary>
internal static class ComparisonTokens
{
    /// <summary>The comparison of sizes that an operator is; null for other operators. Of numbers and times, case says nothing.</summary>
    public static ComparisonOperator? ToOperator(TokenKind op) => op switch
    {
        TokenKind.Ieq or TokenKind.Ceq => ComparisonOperator.Equal,
        TokenKind.Ine or TokenKind.Cne => ComparisonOperator.NotEqual,
        TokenKind.Ilt or TokenKind.Clt => ComparisonOperator.Less,
        TokenKind.Ile or TokenKind.Cle => ComparisonOperator.LessOrEqual,
        TokenKind.Igt or TokenKind.Cgt => ComparisonOperator.Greater,
        TokenKind.Ige or TokenKind.Cge => ComparisonOperator.GreaterOrEqual,
        _ => null,
    };

    /// <summary>The operator that says the same with its sides exchanged; null where there is none.</summary>
    public static TokenKind? Mirror(TokenKind op) => op switch
    {
        TokenKind.Ieq or TokenKind.Ceq or TokenKind.Ine or TokenKind.Cne => op,
        TokenKind.Ilt or TokenKind.Clt => TokenKind.Igt,
        TokenKind.Ile or TokenKind.Cle => TokenKind.Ige,
        TokenKind.Igt or TokenKind.Cgt => TokenKind.Ilt,
        TokenKind.Ige or TokenKind.Cge => TokenKind.Ile,
        _ => null,
    };
}
