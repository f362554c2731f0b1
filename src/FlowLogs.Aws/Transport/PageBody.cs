using System.Buffers;

namespace FlowLogs.Aws.Transport;

/// <summary>
/// Keeps the body of a page of events from the SDK, which would make an object and five strings of every event: for the
/// calls of the present asynchronous flow, <see cref="WholeBodyHandler"/> lets it be read here, straight into an array of
/// the shared pool, and hands an empty page on. The body is gone when this is disposed of.
/// </summary>
internal sealed class PageBody : IDisposable
{
    private const string Operation = ".FilterLogEvents";

    // What is rented at first where the length is not known; and the most, whatever the length is said to be. A page has at
    // most 1 MB of messages, and JSON around them.
    private const int UsualLength = 64 * 1024;
    private const int LargestFirst = 16 << 20;

    private static readonly AsyncLocal<PageBody?> Current = new();

    /// <summary>The body of the answer that succeeded. The array is rented.</summary>
    public ArraySegment<byte> Json { get; private set; } = [];

    /// <summary>Begins to wait for a page. It ends with the asynchronous method that calls this.</summary>
    public static PageBody Expect() => Current.Value = new PageBody();

    /// <summary>Who waits for the body of an answer; null if nobody does.</summary>
    public static PageBody? WaitingFor(HttpRequestMessage request, HttpResponseMessage response) =>
        response.IsSuccessStatusCode
        && request.Headers.TryGetValues("X-Amz-Target", out var targets)
        && targets.First().EndsWith(Operation, StringComparison.Ordinal)
            ? Current.Value
            : null;

    /// <summary>Reads the body.</summary>
    public async Task ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(content.Headers.ContentLength ?? UsualLength, LargestFirst) + 1);
        var length = 0;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length < buffer.Length)
                continue;
            var larger = ArrayPool<byte>.Shared.Rent(length * 2);
            buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        Json = new ArraySegment<byte>(buffer, 0, length);
    }

    /// <summary>Gives the body's memory back, for the next one to be read into while it is near the processor.</summary>
    public void Dispose()
    {
        if (Json.Count == 0)
            return;
        ArrayPool<byte>.Shared.Return(Json.Array!);
        Json = [];
    }
}
