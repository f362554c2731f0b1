using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of PutMetricFilter.</summary>
public class PutMetricFilterRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The filter's name.</summary>
    public string? FilterName { get; set; }

    /// <summary>The pattern; empty for every event.</summary>
    public string? FilterPattern { get; set; }

    /// <summary>What to make of a match; exactly one.</summary>
    public List<MetricTransformation>? MetricTransformations { get; set; }
}

/// <summary>The answer of PutMetricFilter.</summary>
public class PutMetricFilterResponse : AmazonWebServiceResponse
{
}
