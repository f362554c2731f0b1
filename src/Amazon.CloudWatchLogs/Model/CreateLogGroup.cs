using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of CreateLogGroup.</summary>
public class CreateLogGroupRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The ARN of the key to encrypt with.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>The class; STANDARD if not given.</summary>
    public LogGroupClass? LogGroupClass { get; set; }
}

/// <summary>The answer of CreateLogGroup.</summary>
public class CreateLogGroupResponse : AmazonWebServiceResponse
{
}
