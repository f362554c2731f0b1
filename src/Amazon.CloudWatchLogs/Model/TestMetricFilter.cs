using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of TestMetricFilter.</summary>
public class TestMetricFilterRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The pattern.</summary>
    public string? FilterPattern { get; set; }

    /// <summary>The messages, 1 to 50.</summary>
    public List<string>? LogEventMessages { get; set; }
}

/// <summary>The answer of TestMetricFilter.</summary>
public class TestMetricFilterResponse : AmazonWebServiceResponse
{
    /// <summary>The messages that match.</summary>
    public List<MetricFilterMatchRecord>? Matches { get; set; }
}
