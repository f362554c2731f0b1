using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of DeleteMetricFilter.</summary>
public class DeleteMetricFilterRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The filter's name.</summary>
    public string? FilterName { get; set; }
}

/// <summary>The answer of DeleteMetricFilter.</summary>
public class DeleteMetricFilterResponse : AmazonWebServiceResponse
{
}
