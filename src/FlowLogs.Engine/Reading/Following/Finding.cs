using FlowLogs.Cloud;

namespace FlowLogs.Reading.Following;

/// <summary>What one of those who look for events found.</summary>
/// <param name="Events">Events; those from the log are new by their id.</param>
/// <param name="Kind">Where they come from, or what came to its end or beginning.</param>
/// <param name="LowWaterMark">Where to begin the next time once these are done; null if that is as before.</param>
internal readonly record struct Finding(IReadOnlyList<CloudLogEvent> Events, FindingKind Kind, long? LowWaterMark = null)
{
    /// <summary>What a person should be told.</summary>
    public string? Notice { get; init; }

    public static Finding OfNotice(string notice) => new([], FindingKind.Log) { Notice = notice };
}

internal enum FindingKind
{
    /// <summary>Events from the log.</summary>
    Log,

    /// <summary>The range was read to its end.</summary>
    EndOfRange,

    /// <summary>A session of live tail begins.</summary>
    LiveSession,

    /// <summary>Events from a live tail.</summary>
    Live,
}
