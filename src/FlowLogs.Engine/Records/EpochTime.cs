namespace FlowLogs.Records;

/// <summary>Times that are written as numbers.</summary>
public static class EpochTime
{
    /// <summary>
    /// The time, UTC, of a number of seconds since 1970, or of milliseconds where the number is too large for seconds
    /// (100,000,000,000 and above); null where .NET has no such time (after the year 9999, before the year 1).
    /// </summary>
    public static DateTimeOffset? FromNumber(long value) => FieldNumber.IsTime(value) ? FieldNumber.ToTime(value) : null;
}
