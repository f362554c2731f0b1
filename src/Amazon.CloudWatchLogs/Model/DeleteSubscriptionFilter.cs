using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of DeleteSubscriptionFilter.</summary>
public class DeleteSubscriptionFilterRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The filter's name.</summary>
    public string? FilterName { get; set; }
}

/// <summary>The answer of DeleteSubscriptionFilter.</summary>
public class DeleteSubscriptionFilterResponse : AmazonWebServiceResponse
{
}
