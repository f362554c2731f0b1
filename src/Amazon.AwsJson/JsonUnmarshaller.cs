using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.AwsJson;

/// <summary>Makes an operation's answer, or an error, of the HTTP answer.</summary>
internal sealed class JsonUnmarshaller(JsonOperation operation) : JsonResponseUnmarshaller
{
    public override bool HasStreamingProperty => operation.StreamResponse is not null;

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        if (operation.StreamResponse is { } stream)
            return stream(input.Stream);
        if (operation.ResponseType is null)
            return operation.EmptyResponse!();
        try
        {
            return (AmazonWebServiceResponse?)JsonSerializer.Deserialize(input.Stream, operation.ResponseType)
                ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException e)
        {
            // The SDK's own name for an answer that broke on the way; it tries such a call again.
            var response = input.ResponseData;
            throw new AmazonUnmarshallingException(
                response.GetHeaderValue("x-amzn-RequestId"), e.Path, e, response.StatusCode);
        }
    }

    protected override bool ShouldReadEntireResponse(IWebResponseData response, bool readEntireResponse) =>
        readEntireResponse && !HasStreamingProperty;

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        var make = error.Code is not null && operation.Service.Errors.TryGetValue(error.Code, out var typed)
            ? typed
            : operation.Service.OtherError;
        return make(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
