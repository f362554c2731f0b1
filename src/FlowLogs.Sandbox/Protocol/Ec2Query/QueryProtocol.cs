using System.Net;
using System.Text;
using FlowLogs.Sandbox.Http;

namespace FlowLogs.Sandbox.Protocol.Ec2Query;

/// <summary>EC2's query protocol: the parameters are a form, among them <c>Action</c>; the answer is XML.</summary>
internal sealed class QueryProtocol(IEnumerable<IQueryOperation> operations) : IProtocol
{
    private const string Version = "2016-11-15";
    private const string ContentType = "text/xml;charset=UTF-8";

    private readonly Dictionary<string, IQueryOperation> _operations =
        operations.ToDictionary(operation => operation.Action, StringComparer.Ordinal);

    public string RequestIdHeader => "x-amzn-RequestId";

    public bool Speaks(HttpListenerRequest request) =>
        request.HttpMethod == "POST"
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    public async Task<HttpAnswer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(exchange.Request, cancellationToken);
        var request = new QueryParameters(UrlPairs.Parse(Encoding.UTF8.GetString(body.Span)));
        var operation = Find(request);
        var answer = XmlText.Write(
            operation.Action + "Response",
            $"http://ec2.amazonaws.com/doc/{Version}/",
            writer =>
            {
                writer.Element("requestId", exchange.RequestId);
                operation.Run(request, writer);
            });
        return new HttpAnswer(HttpStatusCode.OK, ContentType, answer);
    }

    public HttpAnswer Fail(Exchange exchange, ServiceException error)
    {
        var answer = XmlText.Write("Response", "", writer =>
        {
            writer.Element("Errors", () => writer.Element("Error", () =>
            {
                writer.Element("Code", error.Type);
                writer.Element("Message", error.Message);
            }));
            writer.Element("RequestID", exchange.RequestId);
        });
        return new HttpAnswer((HttpStatusCode)error.Status, ContentType, answer);
    }

    public ServiceException Throttled(uint variant) => new("RequestLimitExceeded", "Request limit exceeded.", 503);

    private IQueryOperation Find(QueryParameters request)
    {
        var action = request.Text("Action")
            ?? throw new ServiceException("MissingAction", "The request is missing an action or a required parameter.");
        if (request.Text("Version") is var version && version != Version)
        {
            throw new ServiceException(
                "NoSuchVersion", $"The requested version ({version}) of service AmazonEC2 does not exist");
        }

        return _operations.GetValueOrDefault(action)
            ?? throw new ServiceException("InvalidAction", $"The action {action} is not valid for this web service.");
    }
}
