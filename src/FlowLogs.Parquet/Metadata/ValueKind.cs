namespace FlowLogs.Parquet.Metadata;

/// <summary>What the stored values stand for.</summary>
internal enum ValueKind
{
    /// <summary>Whatever is not said to be anything else: text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Signed,

    /// <summary>A whole number that is not negative.</summary>
    Unsigned,

    /// <summary>A number with decimals.</summary>
    Decimal,

    /// <summary>A number with a binary point.</summary>
    Real,

    /// <summary>A time since 1970, in a unit of its own.</summary>
    Timestamp,

    /// <summary>A time in twelve bytes, as Impala and old Spark have it.</summary>
    Int96,

    /// <summary>Days since 1970.</summary>
    Date,

    /// <summary>A UUID.</summary>
    Uuid,
}
