using System.Buffers;
using System.Net;
using System.Text.Json;
using FlowLogs.Sandbox.Http;

namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>AWS JSON: the header <c>X-Amz-Target</c> names service and operation, the body holds the members.</summary>
internal sealed class JsonProtocol(params JsonService[] services) : IProtocol
{
    private const string TargetHeader = "X-Amz-Target";

    private readonly Dictionary<string, IJsonOperation> _operations =
        services.SelectMany(service => service.Operations).ToDictionary(o => o.Target, StringComparer.Ordinal);

    public string RequestIdHeader => "x-amzn-RequestId";

    public bool Speaks(HttpListenerRequest request) => request.Headers[TargetHeader] is not null;

    public async Task<HttpAnswer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(exchange.Request, cancellationToken);
        var target = exchange.Request.Headers[TargetHeader]!;
        if (!_operations.TryGetValue(target, out var operation))
            throw ServiceException.UnknownOperation($"The sandbox does not know the operation '{target}'.");
        Run(operation, body, exchange.Buffer);
        return Written(exchange, HttpStatusCode.OK);
    }

    public HttpAnswer Fail(Exchange exchange, ServiceException error)
    {
        using (var writer = new Utf8JsonWriter(exchange.Buffer, Json.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("__type", error.Type);
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();
        }

        return Written(exchange, (HttpStatusCode)error.Status);
    }

    private HttpAnswer Written(Exchange exchange, HttpStatusCode status)
    {
        var target = exchange.Request.Headers[TargetHeader]!;
        var service = Array.Find(services, s => target.StartsWith(s.TargetPrefix, StringComparison.Ordinal)) ?? services[0];
        return new HttpAnswer(status, service.ContentType, exchange.Buffer.WrittenMemory);
    }

    private static void Run(IJsonOperation operation, ReadOnlyMemory<byte> body, IBufferWriter<byte> answer)
    {
        using var request = Parse(body);
        using var writer = new Utf8JsonWriter(answer, Json.WriterOptions);
        writer.WriteStartObject();
        operation.Run(new RequestMembers(request.RootElement), writer);
        writer.WriteEndObject();
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw ServiceException.Serialization("The body is not valid JSON.");
        }
    }
}
