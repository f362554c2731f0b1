namespace FlowLogs.Records;

/// <summary>What a field's text stands for.</summary>
public enum FlowFieldType
{
    /// <summary>Text, kept as it is: addresses, ids, vocabulary values, and whatever is not known.</summary>
    Text,

    /// <summary>A decimal number of 32 bits (AWS: INT_32).</summary>
    Int32,

    /// <summary>A decimal number of 64 bits (AWS: INT_64).</summary>
    Int64,

    /// <summary>A point in time: Unix seconds, or milliseconds where the number is above 100,000,000,000.</summary>
    Time,
}
