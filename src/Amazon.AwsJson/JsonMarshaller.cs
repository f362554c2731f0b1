using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.AwsJson;

/// <summary>Makes an HTTP request of an operation's request.</summary>
internal sealed class JsonMarshaller(JsonOperation operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private readonly string _target = $"{operation.Service.Target}.{operation.Name}";
    private readonly string _contentType = $"application/x-amz-json-{operation.Service.JsonVersion}";

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, operation.Service.ServiceId)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            HostPrefix = operation.HostPrefix,
            Content = JsonSerializer.SerializeToUtf8Bytes(input, operation.RequestType),
        };
        request.Headers["X-Amz-Target"] = _target;
        request.Headers[HeaderKeys.ContentTypeHeader] = _contentType;
        return request;
    }
}
