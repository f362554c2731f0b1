using System.Net;
using System.Xml;
using FlowLogs.Sandbox.Http;

namespace FlowLogs.Sandbox.Protocol.RestXml;

/// <summary>S3's protocol: method and URL name the operation. Whatever nobody else speaks is taken for it.</summary>
internal sealed class RestProtocol(IReadOnlyList<IRestOperation> operations) : IProtocol
{
    /// <summary>The most bytes an object may have, for all are kept in memory.</summary>
    public const int MaxObjectLength = 1024 * 1024 * 1024;

    private const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
    private const string ContentType = "application/xml";

    public string RequestIdHeader => "x-amz-request-id";

    public bool Speaks(HttpListenerRequest request) => true;

    public async Task<HttpAnswer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var (method, headers) = (exchange.Request.HttpMethod, exchange.Request.Headers);
        var body = await RequestBody.ReadRawAsync(exchange.Request, MaxObjectLength, cancellationToken)
            ?? throw new ServiceException("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
        if (AwsChunks.AreIn(headers))
            body = AwsChunks.Join(body, headers);
        var request = new RestRequest(method, exchange.Request.RawUrl ?? "/", headers, body);
        return Find(request).Run(request);
    }

    public HttpAnswer Fail(Exchange exchange, ServiceException error)
    {
        var body = XmlText.Write("Error", "", writer =>
        {
            writer.Element("Code", error.Type);
            writer.Element("Message", error.Message);
            writer.Element("Resource", exchange.Request.RawUrl?.Split('?')[0]);
            writer.Element("RequestId", exchange.RequestId);
        });
        return new HttpAnswer((HttpStatusCode)error.Status, ContentType, body);
    }

    public ServiceException Throttled(uint variant) => new("SlowDown", "Please reduce your request rate.", 503);

    /// <summary>An answer in XML.</summary>
    public static HttpAnswer Answer(string root, Action<XmlWriter> writeContent) =>
        new(HttpStatusCode.OK, ContentType, XmlText.Write(root, Namespace, writeContent));

    private IRestOperation Find(RestRequest request)
    {
        var candidates = operations
            .Where(o => o.Route.Method == request.Method && o.Route.Target == request.Target)
            .ToList();
        var operation = candidates.Find(o => o.Route.Selector is { } selector && request.Parameters.ContainsKey(selector))
            ?? candidates.Find(o => o.Route.Selector is null);

        // Most parameters name another operation, and one that is passed over might do harm: an uploaded part would
        // take the place of the object.
        var foreign = request.Parameters.Keys.FirstOrDefault(name => !IsForAll(name) && operation?.Route.Knows(name) != true);
        if (foreign is not null)
            throw RestError.NotImplemented(foreign);
        return operation ?? throw RestError.MethodNotAllowed();
    }

    // A signature, which is not looked at, and the name of the operation that some SDKs write.
    private static bool IsForAll(string name) =>
        name == "x-id" || name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase);
}
