using System.Collections.Specialized;
using System.Net;
using System.Text;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Puts an object into a bucket.</summary>
internal sealed class PutObject(BucketStore store) : IRestOperation
{
    private const int MaxKeyLength = 1024;
    private const string MetadataPrefix = "x-amz-meta-";

    private static readonly string[] KeptHeaders =
        ["Cache-Control", "Content-Disposition", "Content-Language", "Expires"];

    public RestRoute Route { get; } = new("PUT", RestTarget.Object);

    public HttpAnswer Run(RestRequest request)
    {
        var bucket = store.Bucket(request.Bucket);
        if (Encoding.UTF8.GetByteCount(request.Key) > MaxKeyLength)
            throw new ServiceException("KeyTooLongError", "Your key is too long");
        if (request.Headers["x-amz-copy-source"] is not null)
            throw RestError.NotImplemented("x-amz-copy-source");

        var type = request.Headers["Content-Type"] is { Length: > 0 } given ? given : "application/octet-stream";
        var stored = new StoredObject(request.Key, request.Body, store.Now, type)
        {
            Headers = [.. Kept(request.Headers)],
        };
        CheckDigest(request.Headers["Content-MD5"], stored);
        bucket.Put(stored, replaced => Preconditions.CheckPut(replaced, request.Headers));
        return new HttpAnswer(HttpStatusCode.OK, null, default) { Headers = [new("ETag", stored.ETag)] };
    }

    private static void CheckDigest(string? promised, StoredObject stored)
    {
        if (promised is null)
            return;
        var digest = new byte[stored.Digest.Length];
        if (!Convert.TryFromBase64String(promised, digest, out var length) || length != digest.Length)
            throw new ServiceException("InvalidDigest", "The Content-MD5 you specified was invalid.");
        if (!digest.AsSpan().SequenceEqual(stored.Digest))
            throw new ServiceException("BadDigest", "The Content-MD5 you specified did not match what we received.");
    }

    private static IEnumerable<KeyValuePair<string, string>> Kept(NameValueCollection headers)
    {
        var names = headers.AllKeys.OfType<string>().Where(name =>
            KeptHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
            || name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase));
        foreach (var name in names)
            yield return new(name, headers[name]!);

        // How the body was sent is no property of the object.
        var encodings = (headers["Content-Encoding"] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(encoding => !encoding.Equals(AwsChunks.Encoding, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (encodings.Count > 0)
            yield return new("Content-Encoding", string.Join(',', encodings));
    }
}
