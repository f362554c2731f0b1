using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>Makes an HTTP request of an operation's request.</summary>
internal sealed class OperationMarshaller(Operation operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private readonly string _target = "Logs_20140328." + operation.Name;

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, AmazonCloudWatchLogsConfig.ServiceId)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            HostPrefix = operation.HostPrefix,
            Content = JsonSerializer.SerializeToUtf8Bytes(input, operation.RequestType),
        };
        request.Headers["X-Amz-Target"] = _target;
        request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.1";
        return request;
    }
}
