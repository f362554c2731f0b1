namespace FlowLogs.Querying;

/// <summary>What a column of a query's answer holds.</summary>
public enum FlowColumnKind
{
    /// <summary>The value of a field, which all records of the group have.</summary>
    Group,

    /// <summary>How many records there are.</summary>
    Count,

    /// <summary>The sum of a field's numbers.</summary>
    Sum,

    /// <summary>How many different values a field has, missing ones excepted.</summary>
    Distinct,

    /// <summary>The beginning of the time bin that the records' starts lie in.</summary>
    Bin,
}
