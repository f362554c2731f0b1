using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The base of every request to CloudWatch.</summary>
public class AmazonCloudWatchRequest : AmazonWebServiceRequest
{
}
