namespace FlowLogs.Aws.Transport;

/// <summary>
/// Keeps the body of a page of events from the SDK, which would make an object and five strings of every event: for the
/// calls of the present asynchronous flow, <see cref="WholeBodyHandler"/> puts it here and hands an empty page on.
/// </summary>
internal sealed class PageBody
{
    private const string Operation = ".FilterLogEvents";

    private static readonly AsyncLocal<PageBody?> Current = new();

    /// <summary>The body of the answer that succeeded.</summary>
    public ReadOnlyMemory<byte> Json { get; private set; }

    /// <summary>Begins to wait for a page. It ends with the asynchronous method that calls this.</summary>
    public static PageBody Expect() => Current.Value = new PageBody();

    /// <summary>Takes the body of an answer, if it is waited for.</summary>
    public static bool TryTake(HttpRequestMessage request, HttpResponseMessage response, MemoryStream body)
    {
        if (Current.Value is not { } waiting
            || !response.IsSuccessStatusCode
            || !request.Headers.TryGetValues("X-Amz-Target", out var targets)
            || !targets.First().EndsWith(Operation, StringComparison.Ordinal))
        {
            return false;
        }

        waiting.Json = body.GetBuffer().AsMemory(0, (int)body.Length);
        return true;
    }
}
