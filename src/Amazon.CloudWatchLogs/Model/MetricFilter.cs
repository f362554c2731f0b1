namespace Amazon.CloudWatchLogs.Model;

/// <summary>A metric filter.</summary>
public class MetricFilter
{
    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>The name.</summary>
    public string? FilterName { get; set; }

    /// <summary>The pattern.</summary>
    public string? FilterPattern { get; set; }

    /// <summary>The log group it watches.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>What it makes of a match.</summary>
    public List<MetricTransformation>? MetricTransformations { get; set; }
}
