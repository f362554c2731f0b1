namespace Amazon.CloudWatch.Model;

/// <summary>The datapoints of a query.</summary>
public class MetricDataResult
{
    /// <summary>The name of the query.</summary>
    public string? Id { get; set; }

    /// <summary>A label for people.</summary>
    public string? Label { get; set; }

    /// <summary>What there is to say about them.</summary>
    public List<MessageData>? Messages { get; set; }

    /// <summary>How much of what was asked this is.</summary>
    public StatusCode? StatusCode { get; set; }

    /// <summary>When the datapoints' periods begin.</summary>
    public List<DateTime>? Timestamps { get; set; }

    /// <summary>Their values, in the same order.</summary>
    public List<double>? Values { get; set; }
}
