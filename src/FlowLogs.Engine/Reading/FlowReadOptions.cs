using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>What is wanted of a source, whatever it is.</summary>
public sealed record FlowReadOptions
{
    /// <summary>
    /// The formats that the lines may have, the likeliest first; a line's number of fields chooses among them and those of
    /// header lines. Empty where nothing is known: then the default formats are tried until a header line comes.
    /// </summary>
    public IReadOnlyList<FlowLogFormat> Formats { get; init; } = [];

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

    /// <summary>
    /// How many objects of S3 are read at the same time, from 1. It does not follow the processors: with files as flow
    /// logs deliver them, most of the time is spent waiting for first bytes.
    /// </summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>
    /// The most bytes that a source may have when it is inflated. AWS delivers objects of 75 MB at most, which become one or
    /// two GB; the default leaves room for the files of days that were joined into one. It bounds the time that a
    /// decompression bomb costs. Of Parquet, whose pages must be in memory whole, a 64th may be in memory at a time.
    /// </summary>
    public long MaxInflatedLength { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>What reads the formats that need more than the base class library.</summary>
    public FlowReadParts Parts { get; init; } = new();

    /// <summary>
    /// The fields that anybody looks at, beside those of the conditions; null for all. What is stored by columns has no
    /// others then; text has them all.
    /// </summary>
    internal IReadOnlyList<FlowField>? Fields { get; init; }

    /// <summary>
    /// Takes the records instead of the caller, who is given the problems only; each sink what one thread reads, in any
    /// order. Null where records are wanted.
    /// </summary>
    internal SinkPool? Sinks { get; init; }

    /// <summary>
    /// How many bytes of a file one thread reads at a time: what fits the cache that a core has for itself.
    /// </summary>
    internal int ChunkLength { get; init; } = 256 * 1024;

    /// <summary>Whether every source is to be read by one thread, in the order of its lines.</summary>
    internal bool IsByOneThread { get; init; }

    /// <summary>Whether a folder's own folders are read too.</summary>
    public bool Recurse { get; init; }
}
