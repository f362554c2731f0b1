using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>What is wanted of a source, whatever it is.</summary>
public sealed record FlowReadOptions
{
    /// <summary>The lines' format; null to find it from a header line, else the default.</summary>
    public FlowLogFormat? Format { get; init; }

    /// <summary>The first time that is wanted, by the record's start.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The last time that is wanted, by the record's start, inclusive.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>A filter pattern that the line must match.</summary>
    public FilterPattern? FilterPattern { get; init; }

    /// <summary>A condition that the record must meet.</summary>
    public FlowExpression? Condition { get; init; }

    /// <summary>
    /// The most bytes that a payload of a subscription may have, as JSON and when its data is inflated. All of it is in
    /// memory at a time.
    /// </summary>
    public int MaxPayloadLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most calls a second to a service, above 0; null for as many as it takes.</summary>
    public double? MaxRequestsPerSecond { get; init; }

    /// <summary>Counts what is read; null where nobody asks.</summary>
    public ReadTally? Tally { get; init; }

    /// <summary>Whether a folder's own folders are read too.</summary>
    public bool Recurse { get; init; }
}
