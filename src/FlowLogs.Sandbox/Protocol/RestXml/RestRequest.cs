using System.Collections.Specialized;
using FlowLogs.Sandbox.Http;

namespace FlowLogs.Sandbox.Protocol.RestXml;

/// <summary>A request to S3 whose URL was taken apart: <c>/bucket/key?parameters</c>.</summary>
internal sealed class RestRequest
{
    /// <summary>Reads a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="rawUrl">The URL as it was sent, without scheme and host.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="body">The body; the chunks that the SDKs cut it into are put together already.</param>
    public RestRequest(string method, string rawUrl, NameValueCollection headers, ReadOnlyMemory<byte> body)
    {
        (Method, Headers, Body) = (method, headers, body);
        var parts = rawUrl.Split('?', 2);
        Parameters = UrlPairs.Parse(parts.Length == 1 ? "" : parts[1]);
        var path = parts[0].TrimStart('/').Split('/', 2);
        Bucket = Uri.UnescapeDataString(path[0]);
        Key = path.Length == 1 ? "" : Uri.UnescapeDataString(path[1]);
    }

    public string Method { get; }

    public string Bucket { get; }

    public string Key { get; }

    public RestTarget Target => this switch
    {
        { Bucket: "" } => RestTarget.Service,
        { Key: "" } => RestTarget.Bucket,
        _ => RestTarget.Object,
    };

    public IReadOnlyDictionary<string, string> Parameters { get; }

    public NameValueCollection Headers { get; }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>A parameter of the URL; an empty text where it is missing.</summary>
    public string Parameter(string name) => Parameters.GetValueOrDefault(name, "");
}
