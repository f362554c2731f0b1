namespace Amazon.CloudWatchLogs.Model;

/// <summary>What a metric filter makes of a match.</summary>
public class MetricTransformation
{
    /// <summary>The value for an event that does not match.</summary>
    public double? DefaultValue { get; set; }

    /// <summary>Dimension names and the fields their values come from, at most three.</summary>
    public Dictionary<string, string>? Dimensions { get; set; }

    /// <summary>The metric.</summary>
    public string? MetricName { get; set; }

    /// <summary>The metric's namespace.</summary>
    public string? MetricNamespace { get; set; }

    /// <summary>A number or a field.</summary>
    public string? MetricValue { get; set; }

    /// <summary>The unit.</summary>
    public StandardUnit? Unit { get; set; }
}
