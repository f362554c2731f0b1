namespace Amazon.CloudWatchLogs.Model;

/// <summary>A log stream.</summary>
public class LogStream
{
    /// <summary>The ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>The time of the first event.</summary>
    public DateTime? FirstEventTimestamp { get; set; }

    /// <summary>The time of the latest event; may lag by an hour.</summary>
    public DateTime? LastEventTimestamp { get; set; }

    /// <summary>When an event was last received.</summary>
    public DateTime? LastIngestionTime { get; set; }

    /// <summary>The name.</summary>
    public string? LogStreamName { get; set; }
}
