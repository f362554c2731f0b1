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
            var page = PageBody.WaitingFor(request, response);
            response.Content = page is null
                ? await ReadAsync(content, cancellationToken)
                : await GiveAsync(page, content, cancellationToken);
            foreach (var (name, values) in content.Headers)
            {
                if (page is null || name != "Content-Length")
                    response.Content.Headers.TryAddWithoutValidation(name, values);
            }

            content.Dispose();
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<HttpContent> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        await content.CopyToAsync(body, cancellationToken);
        body.Position = 0;
        return new StreamContent(body);
    }

    private static async Task<HttpContent> GiveAsync(PageBody page, HttpContent content, CancellationToken cancellationToken)
    {
        await page.ReadAsync(content, cancellationToken);
        return new ByteArrayContent("{}"u8.ToArray());
    }
}
