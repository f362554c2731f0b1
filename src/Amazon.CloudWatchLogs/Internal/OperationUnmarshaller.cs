using System.Net;
using System.Text.Json;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>Makes an operation's answer, or an error, of the HTTP answer.</summary>
internal sealed class OperationUnmarshaller(Operation operation) : JsonResponseUnmarshaller
{
    private delegate AmazonCloudWatchLogsException Make(
        string? message, Exception? inner, ErrorType type, string? code, string? requestId, HttpStatusCode status);

    private static readonly Dictionary<string, Make> Errors = new(StringComparer.Ordinal)
    {
        [nameof(Model.InvalidOperationException)] = static (m, i, t, c, r, s) => new Model.InvalidOperationException(m, i, t, c, r, s),
        [nameof(InvalidParameterException)] = static (m, i, t, c, r, s) => new InvalidParameterException(m, i, t, c, r, s),
        [nameof(LimitExceededException)] = static (m, i, t, c, r, s) => new LimitExceededException(m, i, t, c, r, s),
        [nameof(OperationAbortedException)] = static (m, i, t, c, r, s) => new OperationAbortedException(m, i, t, c, r, s),
        [nameof(ResourceAlreadyExistsException)] = static (m, i, t, c, r, s) => new ResourceAlreadyExistsException(m, i, t, c, r, s),
        [nameof(ResourceNotFoundException)] = static (m, i, t, c, r, s) => new ResourceNotFoundException(m, i, t, c, r, s),
        [nameof(ServiceUnavailableException)] = static (m, i, t, c, r, s) => new ServiceUnavailableException(m, i, t, c, r, s),
        [nameof(ThrottlingException)] = static (m, i, t, c, r, s) => new ThrottlingException(m, i, t, c, r, s),
    };

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
        Make make = error.Code is not null && Errors.TryGetValue(error.Code, out var typed)
            ? typed
            : static (m, i, t, c, r, s) => new AmazonCloudWatchLogsException(m, i, t, c, r, s);
        return make(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
