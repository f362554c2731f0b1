using FlowLogs.Cloud;

namespace FlowLogs.Reading.Following;

/// <summary>What is to be followed, from when, and how.</summary>
public sealed record FollowOptions
{
    /// <summary>
    /// How late events are waited for, unless something else is said. Records of an aggregation interval of 10 minutes
    /// arrive about 5 minutes after it, and have the time of its beginning.
    /// </summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(20);

    /// <summary>The log group's name or ARN.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>
    /// Finds the queries, without times. They are asked for before each reading, since streams come with interfaces.
    /// </summary>
    public required Func<CancellationToken, Task<IReadOnlyList<LogEventQuery>>> FindQueries { get; init; }

    /// <summary>What is wanted of the events.</summary>
    public required FlowReadOptions Read { get; init; }

    /// <summary>The first timestamp that is wanted, epoch milliseconds; null for the beginning of the log.</summary>
    public long? StartTime { get; init; }

    /// <summary>The last timestamp that is wanted, epoch milliseconds; null for no end.</summary>
    public long? EndTime { get; init; }

    /// <summary>Whether to go on where the log ends.</summary>
    public bool Follow { get; init; }

    /// <summary>Whether what is there at the beginning is left out. The start time is not looked at then.</summary>
    public bool OnlyNew { get; init; }

    /// <summary>Whether a live tail brings events before they can be read from the log.</summary>
    public bool Live { get; init; }

    /// <summary>How long after its timestamp an event may arrive and still be found.</summary>
    public TimeSpan Window { get; init; } = DefaultWindow;

    /// <summary>Where to go on; null to begin.</summary>
    public FlowCheckpoint? Checkpoint { get; init; }
}
