using System.IO.Compression;
using System.Net;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Http;

/// <summary>Reads the body of a request.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The most bytes a call's body may have when it is unpacked. The largest upload of events holds 1 MB of messages;
    /// JSON escapes can make six bytes of one.
    /// </summary>
    public const int MaxLength = 8 * 1024 * 1024;

    /// <summary>Reads the members of a call, which newer SDKs may have compressed.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpListenerRequest request, CancellationToken cancellationToken)
    {
        await using var input = Unpack(request);
        try
        {
            return await ReadAsync(input, 0, MaxLength, cancellationToken)
                ?? throw new ServiceException("RequestEntityTooLargeException", "The request is too large.", 413);
        }
        catch (InvalidDataException)
        {
            throw ServiceException.Serialization("The body is not valid gzip.");
        }
    }

    /// <summary>Reads a body as it comes; null where it is longer than it may be.</summary>
    public static async Task<Memory<byte>?> ReadRawAsync(
        HttpListenerRequest request, int maxLength, CancellationToken cancellationToken) =>
        request.ContentLength64 > maxLength
            ? null
            : await ReadAsync(request.InputStream, (int)request.ContentLength64, maxLength, cancellationToken);

    private static async Task<Memory<byte>?> ReadAsync(
        Stream input, int expectedLength, int maxLength, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(Math.Max(expectedLength, 0));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > maxLength)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static Stream Unpack(HttpListenerRequest request)
    {
        var encoding = request.Headers["Content-Encoding"];
        if (string.IsNullOrEmpty(encoding) || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return request.InputStream;
        if (encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            return new GZipStream(request.InputStream, CompressionMode.Decompress);
        throw ServiceException.Serialization("The Content-Encoding is not supported.");
    }
}
