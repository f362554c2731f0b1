namespace FlowLogs.Conditions.Patterns;

/// <summary>What a pattern can say of a condition on one field.</summary>
/// <param name="Clause">What holds whenever the condition does; null: nothing.</param>
/// <param name="Losses">Why the two are not the same, in plain words; empty if they are.</param>
internal sealed record Implied(Clause? Clause, IReadOnlyList<string> Losses)
{
    public Implied(Clause clause)
        : this(clause, [])
    {
    }

    public bool IsExact => Losses.Count == 0;

    public static Implied Nothing(string loss) => new(null, [loss]);

    public static Implied Weaker(Clause clause, string loss) => new(clause, [loss]);
}
