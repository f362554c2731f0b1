using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of PutRetentionPolicy.</summary>
public class PutRetentionPolicyRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>Days that events are kept; one of the values that the service knows.</summary>
    public int? RetentionInDays { get; set; }
}

/// <summary>The answer of PutRetentionPolicy.</summary>
public class PutRetentionPolicyResponse : AmazonWebServiceResponse
{
}
