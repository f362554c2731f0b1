using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of DeleteLogGroup.</summary>
public class DeleteLogGroupRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }
}

/// <summary>The answer of DeleteLogGroup.</summary>
public class DeleteLogGroupResponse : AmazonWebServiceResponse
{
}
