using System.Globalization;
using System.Net;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Gives an object or a part of it. HeadObject is the same without the body.</summary>
internal sealed class GetObject(BucketStore store, string method) : IRestOperation
{
    public RestRoute Route { get; } = new(method, RestTarget.Object);

    public HttpAnswer Run(RestRequest request)
    {
        var stored = store.Bucket(request.Bucket).Object(request.Key);
        List<KeyValuePair<string, string>> headers =
        [
            new("ETag", stored.ETag),
            new("Last-Modified", stored.LastModified.ToString("R", CultureInfo.InvariantCulture)),
            new("Accept-Ranges", "bytes"),
            .. stored.Headers,
        ];
        if (Preconditions.IsKnown(stored, request.Headers))
            return new HttpAnswer(HttpStatusCode.NotModified, null, default) { Headers = headers };

        var content = stored.Content;
        if (ByteRange.Read(request.Headers["Range"], content.Length) is not { } range)
            return new HttpAnswer(HttpStatusCode.OK, stored.ContentType, content) { Headers = headers };
        headers.Add(new("Content-Range", range.Of(content.Length)));
        return new HttpAnswer(
            HttpStatusCode.PartialContent, stored.ContentType, content.Slice(range.Start, range.Length)) { Headers = headers };
    }
}
