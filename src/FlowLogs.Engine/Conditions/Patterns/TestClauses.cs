using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Filtering.Delimited;

namespace FlowLogs.Conditions.Patterns;

/// <summary>Writes conditions on one field as what a slot asks of it.</summary>
internal static class TestClauses
{
    /// <summary>Writes a condition.</summary>
    /// <param name="condition">A simplified condition on one field.</param>
    /// <param name="spelling">How the lines may be written.</param>
    /// <param name="allowRegex">Whether regular expressions may be used; those of the condition's own patterns always may.</param>
    public static Implied Write(FlowExpression condition, Spelling spelling, bool allowRegex) => condition switch
    {
        AllExpression all => JoinAll([.. all.Parts.Select(part => Write(part, spelling, allowRegex))]),
        AnyExpression any => JoinAny([.. any.Parts.Select(part => Write(part, spelling, allowRegex))]),
        NumberTest test => NumberClauses.Write(test, spelling),
        TimeTest test => NumberClauses.Write(test, spelling),
        TextTest test => TextClauses.Write(test, spelling, allowRegex),
        WildcardTest test => TextClauses.Write(test, spelling, allowRegex),
        NetworkTest test => NetworkClauses.Write(test, spelling),
        MissingTest test => new Implied(test.WhenMissing ? Clause.Equal("-") : Clause.NotEqual("-")),
        PatternTest test => Write(test, allowRegex),
        _ => Implied.Nothing("a regular expression of .NET is not one of CloudWatch Logs"),
    };

    /// <summary>A clause with the result that is wanted for <c>-</c>.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="holdsWhenMissing">Whether it holds for <c>-</c>.</param>
    /// <param name="whenMissing">Whether it is to hold.</param>
    public static Clause WithMissing(Clause clause, bool holdsWhenMissing, bool whenMissing)
    {
        if (holdsWhenMissing == whenMissing)
            return clause;
        return whenMissing ? Clause.Any([clause, Clause.Equal("-")]) : Clause.All([clause, Clause.NotEqual("-")]);
    }

    // Each part that can be written narrows the choice.
    private static Implied JoinAll(Implied[] parts)
    {
        Clause[] clauses = [.. parts.Select(static part => part.Clause).OfType<Clause>()];
        return new Implied(clauses.Length == 0 ? null : Clause.All(clauses), Losses(parts));
    }

    // A part that cannot be written may be the one that holds.
    private static Implied JoinAny(Implied[] parts)
    {
        Clause[] clauses = [.. parts.Select(static part => part.Clause).OfType<Clause>()];
        return new Implied(clauses.Length < parts.Length ? null : Clause.Any(clauses), Losses(parts));
    }

    private static string[] Losses(Implied[] parts) =>
        [.. parts.SelectMany(static part => part.Losses).Distinct(StringComparer.Ordinal)];

    private static Implied Write(PatternTest test, bool allowRegex)
    {
        var isRegex = test.Condition is SlotRegex;
        if (isRegex && !allowRegex)
            return Implied.Nothing("a pattern may have two regular expressions");
        if (test.IsNegated && Opposite(test.Comparison) is null)
            return Implied.Nothing($"a comparison with {test.Comparison} has no opposite, since it is false for what is no number");
        var clause = new Clause.Comparison(test.IsNegated ? Opposite(test.Comparison)! : test.Comparison, isRegex);
        var holdsWhenMissing = test.Condition.Holds("-"u8) != test.IsNegated;
        return new Implied(WithMissing(clause, holdsWhenMissing, test.WhenMissing));
    }

    private static string? Opposite(string comparison)
    {
        if (comparison.StartsWith('='))
            return "!" + comparison;
        return comparison.StartsWith('!') ? comparison[1..] : null;
    }
}
