using System.IO.Compression;
using System.Net;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Http;

/// <summary>Reads the body of a request, which newer SDKs may have compressed.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The most bytes a body may have when it is unpacked. The largest upload holds 1 MB of messages; JSON escapes
    /// can make six bytes of one.
    /// </summary>
    public const int MaxLength = 8 * 1024 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpListenerRequest request, CancellationToken cancellationToken)
    {
        await using var input = Unpack(request);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > MaxLength)
                    throw new ServiceException("RequestEntityTooLargeException", "The request is too large.", 413);
                body.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw ServiceException.Serialization("The body is not valid gzip.");
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
