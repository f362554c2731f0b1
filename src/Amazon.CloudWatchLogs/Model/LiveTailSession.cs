using Amazon.Runtime.EventStreams;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The first event of a session: what it was asked for.</summary>
public class LiveTailSessionStart : IEventStreamEvent
{
    /// <summary>The session's id.</summary>
    public string? SessionId { get; set; }

    /// <summary>The request's id.</summary>
    public string? RequestId { get; set; }

    /// <summary>The log groups.</summary>
    public List<string>? LogGroupIdentifiers { get; set; }

    /// <summary>The streams.</summary>
    public List<string>? LogStreamNames { get; set; }

    /// <summary>What the streams' names begin with.</summary>
    public List<string>? LogStreamNamePrefixes { get; set; }

    /// <summary>The filter pattern.</summary>
    public string? LogEventFilterPattern { get; set; }
}

/// <summary>What arrived in about a second.</summary>
public class LiveTailSessionUpdate : IEventStreamEvent
{
    /// <summary>What is to be said of the update.</summary>
    public LiveTailSessionMetadata? SessionMetadata { get; set; }

    /// <summary>The events, at most 500.</summary>
    public List<LiveTailSessionLogEvent>? SessionResults { get; set; }
}

/// <summary>What is to be said of an update.</summary>
public class LiveTailSessionMetadata
{
    /// <summary>Whether there were more events than the update has.</summary>
    public bool? Sampled { get; set; }
}

/// <summary>An event of a session.</summary>
public class LiveTailSessionLogEvent
{
    /// <summary>When it was received, epoch milliseconds.</summary>
    public long? IngestionTime { get; set; }

    /// <summary>The log group, as account and name.</summary>
    public string? LogGroupIdentifier { get; set; }

    /// <summary>The stream it lies in.</summary>
    public string? LogStreamName { get; set; }

    /// <summary>The message.</summary>
    public string? Message { get; set; }

    /// <summary>When it happened, epoch milliseconds.</summary>
    public long? Timestamp { get; set; }
}
