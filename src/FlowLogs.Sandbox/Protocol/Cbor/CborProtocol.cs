using System.Net;
using System.Text.Json;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol.AwsJson;

namespace FlowLogs.Sandbox.Protocol.Cbor;

/// <summary>
/// Smithy RPC v2 CBOR, which the aws CLI and boto3 speak to CloudWatch: the path names service and operation, the body
/// holds the members. They are the same as in JSON, so the operations are the same as well.
/// </summary>
internal sealed class CborProtocol(JsonService service) : IProtocol
{
    private const string ContentType = "application/cbor";

    private static readonly KeyValuePair<string, string> Header = new("smithy-protocol", "rpc-v2-cbor");

    public string RequestIdHeader => "x-amzn-RequestId";

    public bool Speaks(HttpListenerRequest request) => request.Headers[Header.Key] == Header.Value;

    public async Task<HttpAnswer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(exchange.Request, cancellationToken);
        // /service/NAME/operation/NAME
        var path = (exchange.Request.RawUrl ?? "").Split('/');
        var target = path.Length == 5 ? $"{path[2]}.{path[4]}" : "";
        using var request = CborJson.Read(body);
        if (!service.TryRun(target, request.RootElement, exchange.Buffer))
            throw ServiceException.UnknownOperation($"The sandbox does not know the operation '{target}'.");
        return Encode(HttpStatusCode.OK, exchange.Buffer.WrittenMemory);
    }

    public HttpAnswer Fail(Exchange exchange, ServiceException error)
    {
        using (var writer = new Utf8JsonWriter(exchange.Buffer, Json.WriterOptions))
            Json.WriteError(writer, error);
        var answer = Encode((HttpStatusCode)error.Status, exchange.Buffer.WrittenMemory);
        return answer with { Headers = [.. answer.Headers, .. Json.ErrorHeaders(error)] };
    }

    public ServiceException Throttled(uint variant) => Json.Throttled(variant);

    private static HttpAnswer Encode(HttpStatusCode status, ReadOnlyMemory<byte> json) =>
        new(status, ContentType, CborJson.Write(json)) { Headers = [Header] };
}
