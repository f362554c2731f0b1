using System.Net;
using System.Text.Json;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol.EventStream;

namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>AWS JSON: the header <c>X-Amz-Target</c> names service and operation, the body holds the members.</summary>
internal sealed class JsonProtocol(params JsonService[] services) : IProtocol
{
    private const string TargetHeader = "X-Amz-Target";

    public string RequestIdHeader => "x-amzn-RequestId";

    public bool Speaks(HttpListenerRequest request) => request.Headers[TargetHeader] is not null;

    public async Task<HttpAnswer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(exchange.Request, cancellationToken);
        var target = exchange.Request.Headers[TargetHeader]!;
        var service = ServiceOf(target);
        using var request = Parse(body);
        if (service.TryRun(target, request.RootElement, exchange.Buffer))
            return Written(exchange, HttpStatusCode.OK);
        if (service.Streams.FirstOrDefault(stream => stream.Target == target) is not { } stream)
            throw ServiceException.UnknownOperation($"The sandbox does not know the operation '{target}'.");

        var write = stream.Start(new RequestMembers(request.RootElement, service.ValidationError), exchange.RequestId);
        return new HttpAnswer(HttpStatusCode.OK, EventStreamMessage.ContentType, default) { WriteBody = write };
    }

    public HttpAnswer Fail(Exchange exchange, ServiceException error)
    {
        using (var writer = new Utf8JsonWriter(exchange.Buffer, Json.WriterOptions))
            Json.WriteError(writer, error);
        return Written(exchange, (HttpStatusCode)error.Status) with { Headers = Json.ErrorHeaders(error) };
    }

    public ServiceException Throttled(uint variant) => Json.Throttled(variant);

    private HttpAnswer Written(Exchange exchange, HttpStatusCode status) => new(
        status, ServiceOf(exchange.Request.Headers[TargetHeader]!).ContentType, exchange.Buffer.WrittenMemory);

    // The first service answers for targets that belong to none.
    private JsonService ServiceOf(string target) =>
        Array.Find(services, service => target.StartsWith(service.TargetPrefix, StringComparison.Ordinal)) ?? services[0];

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
