namespace Amazon.CloudWatchLogs.Model;

/// <summary>An event that FilterLogEvents found.</summary>
public class FilteredLogEvent
{
    /// <summary>The id.</summary>
    public string? EventId { get; set; }

    /// <summary>When it was received, epoch milliseconds.</summary>
    public long? IngestionTime { get; set; }

    /// <summary>The stream it lies in.</summary>
    public string? LogStreamName { get; set; }

    /// <summary>The message.</summary>
    public string? Message { get; set; }

    /// <summary>When it happened, epoch milliseconds.</summary>
    public long? Timestamp { get; set; }
}
