namespace FlowLogs.Aws.Transport;

/// <summary>
/// Reads the whole body before the answer is handed on. The SDK reads bodies synchronously, where neither
/// cancellation nor the time limit would reach; here both do, and a connection that breaks half-way is tried again.
/// A stream of events has no end to be waited for; it is read as it comes.
/// Pages of events go to who waits for them; see <see cref="PageBody"/>.
/// What was asked for as a range is an object, of any size: it is handed on as it comes, to a reader that knows both.
/// </summary>
internal sealed class WholeBodyHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string EventStream = "application/vnd.amazon.eventstream";

    /// <summary>A page has at most 1 MB of messages, and JSON around them.</summary>
    private const int LargestPage = 16 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType == EventStream)
            return response;
        if (response.IsSuccessStatusCode && request.Headers.Contains("Range"))
            return response;
        try
        {
            var content = response.Content;
            var body = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? 0, LargestPage));
            await content.CopyToAsync(body, cancellationToken);
            body.Position = 0;
            var isTaken = PageBody.TryTake(request, response, body);
            HttpContent whole = isTaken ? new ByteArrayContent("{}"u8.ToArray()) : new StreamContent(body);
            foreach (var (name, values) in content.Headers)
            {
                if (!isTaken || name != "Content-Length")
                    whole.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content = whole;
            content.Dispose();
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
