namespace Amazon.CloudWatch.Model;

/// <summary>A metric.</summary>
public class Metric
{
    /// <summary>Its dimensions.</summary>
    public List<Dimension>? Dimensions { get; set; }

    /// <summary>Its name.</summary>
    public string? MetricName { get; set; }

    /// <summary>Its namespace.</summary>
    public string? Namespace { get; set; }
}
