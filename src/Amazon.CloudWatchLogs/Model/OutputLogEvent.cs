namespace Amazon.CloudWatchLogs.Model;

/// <summary>An event that GetLogEvents read.</summary>
public class OutputLogEvent
{
    /// <summary>When it was received.</summary>
    public DateTime? IngestionTime { get; set; }

    /// <summary>The message.</summary>
    public string? Message { get; set; }

    /// <summary>When it happened.</summary>
    public DateTime? Timestamp { get; set; }
}
