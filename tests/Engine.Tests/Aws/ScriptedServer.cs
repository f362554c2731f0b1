using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FlowLogs.Tests.Aws;

/// <summary>One answer of a scripted server.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="Fault">What goes wrong.</param>
internal sealed record ScriptedAnswer(int Status, string Body, Fault Fault = Fault.None)
{
    public static ScriptedAnswer Ok(string body = "") => new(200, body);

    public static ScriptedAnswer Error(string type, string message, int status = 400) =>
        new(status, JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = type, ["message"] = message }));
}

/// <summary>What may go wrong with an answer. What hangs does so until the server is disposed.</summary>
internal enum Fault
{
    None,
    HangBeforeHeaders,
    HangInBody,
    CutInBody,
}

/// <summary>A request that a scripted server was sent.</summary>
internal sealed record ScriptedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>An HTTP server on loopback that gives the answers it was told, in their order, and keeps the requests.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<ScriptedRequest, ScriptedAnswer> _answer;
    private readonly TaskCompletionSource _end = new();
    private readonly SemaphoreSlim _hanging = new(0);
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();

    public ScriptedServer(params ScriptedAnswer[] answers)
    {
        var left = new ConcurrentQueue<ScriptedAnswer>(answers);
        _answer = _ => left.TryDequeue(out var next)
            ? next
            : ScriptedAnswer.Error("UnexpectedCallException", "The script of the test has no more answers.");
        _listener = Listen();
        _ = ServeAsync(_listener);
    }

    public ScriptedServer(Func<ScriptedRequest, ScriptedAnswer> answer)
    {
        _answer = answer;
        _listener = Listen();
        _ = ServeAsync(_listener);
    }

    public Uri Url => new(_listener.Prefixes.Single());

    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until an answer hangs.</summary>
    public Task Hanging() => _hanging.WaitAsync(TimeSpan.FromMinutes(1));

    public void Dispose()
    {
        _end.TrySetResult();
        _listener.Close();
        _hanging.Dispose();
    }

    /// <summary>A listener on a free port, started.</summary>
    public static HttpListener Listen()
    {
        while (true)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{FreePort()}/");
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException)
            {
                // Someone took the port in between.
            }
        }
    }

    private async Task ServeAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var request = new ScriptedRequest(
            context.Request.HttpMethod,
            context.Request.RawUrl!,
            context.Request.Headers.AllKeys.ToDictionary(k => k!, k => context.Request.Headers[k]!, StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        _requests.Enqueue(request);
        var answer = _answer(request);
        try
        {
            if (answer.Fault == Fault.HangBeforeHeaders)
                await HangAsync();
            var body = Encoding.UTF8.GetBytes(answer.Body);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = "application/x-amz-json-1.1";
            context.Response.ContentLength64 = body.Length;
            await context.Response.OutputStream.WriteAsync(
                body.AsMemory(0, answer.Fault == Fault.None ? body.Length : body.Length / 2));
            await context.Response.OutputStream.FlushAsync();
            if (answer.Fault == Fault.HangInBody)
                await HangAsync();
            if (answer.Fault == Fault.CutInBody)
                context.Response.Abort();
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The client has gone, or the test has ended.
        }
    }

    private async Task HangAsync()
    {
        _hanging.Release();
        await _end.Task;
    }
}
