using System.Net;
using System.Threading.Channels;

namespace FlowLogs.Tests.Aws;

/// <summary>An endpoint on loopback that answers one call with a stream of events, as the test gives them.</summary>
internal sealed class LiveTailServer : IDisposable
{
    private readonly HttpListener _listener = ScriptedServer.Listen();
    private readonly Channel<byte[]> _frames = Channel.CreateUnbounded<byte[]>();
    private readonly TaskCompletionSource<string> _request = new();

    public LiveTailServer() => _ = ServeAsync();

    public Uri Url => new(_listener.Prefixes.Single());

    /// <summary>Operation and body of the call.</summary>
    public Task<string> Request => _request.Task;

    public void Send(params byte[][] frames) => Array.ForEach(frames, frame => _frames.Writer.TryWrite(frame));

    /// <summary>Ends the answer; without frames to come that is the end of the session.</summary>
    public void End() => _frames.Writer.Complete();

    public void Dispose()
    {
        _frames.Writer.TryComplete();
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        try
        {
            var context = await _listener.GetContextAsync();
            using var reader = new StreamReader(context.Request.InputStream);
            _request.SetResult($"{context.Request.Headers["X-Amz-Target"]} {await reader.ReadToEndAsync()}");
            context.Response.ContentType = "application/vnd.amazon.eventstream";
            context.Response.SendChunked = true;
            await foreach (var frame in _frames.Reader.ReadAllAsync())
            {
                await context.Response.OutputStream.WriteAsync(frame);
                await context.Response.OutputStream.FlushAsync();
            }

            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The client has gone, or the test has ended.
        }
    }
}
