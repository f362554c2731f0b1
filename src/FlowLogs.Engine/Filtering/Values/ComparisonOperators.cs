namespace FlowLogs.Filtering.Values;

/// <summary>What the operators mean.</summary>
internal static class ComparisonOperators
{
    /// <summary>Whether the operator asks for an order; then only an unquoted number may stand on its right.</summary>
    public static bool IsOrdering(this ComparisonOperator comparison) =>
        comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);

    /// <summary>Whether the operator holds for a value that compares so with another (below 0: smaller).</summary>
    public static bool Holds(this ComparisonOperator comparison, int order) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
