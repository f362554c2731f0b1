using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>The base of every request to CloudWatch Logs.</summary>
public class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest
{
}
