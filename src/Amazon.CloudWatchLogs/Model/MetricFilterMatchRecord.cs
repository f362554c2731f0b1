namespace Amazon.CloudWatchLogs.Model;

/// <summary>A message that a pattern matches.</summary>
public class MetricFilterMatchRecord
{
    /// <summary>The message.</summary>
    public string? EventMessage { get; set; }

    /// <summary>The message's number, from 1.</summary>
    public long? EventNumber { get; set; }

    /// <summary>The values that the pattern takes out.</summary>
    public Dictionary<string, string>? ExtractedValues { get; set; }
}
