namespace FlowLogs.Filtering.Values;

/// <summary>The operators between a field and a value.</summary>
internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
