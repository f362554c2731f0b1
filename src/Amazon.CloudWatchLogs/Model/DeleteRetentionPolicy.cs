using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of DeleteRetentionPolicy.</summary>
public class DeleteRetentionPolicyRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }
}

/// <summary>The answer of DeleteRetentionPolicy.</summary>
public class DeleteRetentionPolicyResponse : AmazonWebServiceResponse
{
}
