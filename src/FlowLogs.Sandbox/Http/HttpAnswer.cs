using System.Net;

namespace FlowLogs.Sandbox.Http;

/// <summary>An answer that is ready to be sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The type of the body; null where there is none.</param>
/// <param name="Body">The body. It is sent from where it lies, and left out of the answer to a HEAD request.</param>
internal sealed record HttpAnswer(HttpStatusCode Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    // What is written at once, so that a large object can be broken off.
    private const int PieceLength = 256 * 1024;

    /// <summary>Writes a body whose length nobody knows; null where it is <see cref="Body"/>.</summary>
    public Func<Stream, CancellationToken, Task>? WriteBody { get; init; }

    /// <summary>The headers, apart from the type and the length of the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Sends the answer.</summary>
    public async Task SendAsync(HttpListenerResponse response, bool withBody, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)Status;
        if (ContentType is not null)
            response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (WriteBody is not null)
        {
            response.SendChunked = true;
            await WriteBody(response.OutputStream, cancellationToken);
            response.Close();
            return;
        }

        response.ContentLength64 = Body.Length;
        if (withBody)
        {
            for (var rest = Body; !rest.IsEmpty; rest = rest[Math.Min(rest.Length, PieceLength)..])
                await response.OutputStream.WriteAsync(rest[..Math.Min(rest.Length, PieceLength)], cancellationToken);
        }

        response.Close();
    }
}
