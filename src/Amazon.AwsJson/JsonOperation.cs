using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AwsJson;

/// <summary>
/// An operation: its name, and how its request and answer look in JSON. That is all there is to one, because every
/// operation of a service that speaks AWS JSON is a POST of its request to the root, named in a header.
/// </summary>
/// <param name="Service">The service.</param>
/// <param name="Name">The name in the service's API.</param>
/// <param name="RequestType">The JSON of the request.</param>
/// <param name="ResponseType">The JSON of the answer; null where the answer is empty.</param>
/// <param name="EmptyResponse">Makes the answer where it is empty.</param>
/// <param name="StreamResponse">Makes the answer of its body where that is a stream of events.</param>
/// <param name="HostPrefix">What the host's name begins with for this operation.</param>
internal sealed record JsonOperation(
    JsonService Service,
    string Name,
    JsonTypeInfo RequestType,
    JsonTypeInfo? ResponseType,
    Func<AmazonWebServiceResponse>? EmptyResponse = null,
    Func<Stream, AmazonWebServiceResponse>? StreamResponse = null,
    string? HostPrefix = null)
{
    private InvokeOptions? _options;

    /// <summary>What the pipeline needs to carry the operation out.</summary>
    public InvokeOptions Options => _options ??= new InvokeOptions
    {
        RequestMarshaller = new JsonMarshaller(this),
        ResponseUnmarshaller = new JsonUnmarshaller(this),
    };
}
