using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowLogs.Tests.Aws;

/// <summary>What goes wrong with one answer of an object's bytes; null for nothing.</summary>
/// <param name="Status">A status other than success.</param>
/// <param name="Code">The error's code, where the status is none of success.</param>
/// <param name="Bytes">How many bytes come before the connection breaks.</param>
/// <param name="Hangs">Whether it falls silent instead of breaking.</param>
/// <param name="Header">A header of the answer, as "name: value".</param>
internal sealed record ObjectFault(int Status = 206, string? Code = null, int Bytes = int.MaxValue, bool Hangs = false, string? Header = null);

/// <summary>One object behind HTTP, with ranges, conditions and the faults of a test.</summary>
internal sealed partial class ObjectServer : IDisposable
{
    private readonly HttpListener _listener = ScriptedServer.Listen();
    private readonly Func<int, ObjectFault?> _fault;
    private readonly TaskCompletionSource _end = new();
    private readonly SemaphoreSlim _hanging = new(0);
    private readonly ConcurrentQueue<(string Path, string? Range, string? IfMatch)> _requests = new();
    private int _count;

    public ObjectServer(byte[] content, Func<int, ObjectFault?> fault)
    {
        (Content, _fault) = (content, fault);
        Url = new Uri(_listener.Prefixes.Single());
        _ = ServeAsync();
    }

    public byte[] Content { get; set; }

    public string ETag { get; set; } = "\"1\"";

    public Uri Url { get; }

    public IReadOnlyList<(string Path, string? Range, string? IfMatch)> Requests => [.. _requests];

    /// <summary>Waits until an answer hangs.</summary>
    public Task Hanging() => _hanging.WaitAsync(TimeSpan.FromMinutes(1));

    public void Dispose()
    {
        _end.TrySetResult();
        _listener.Close();
        _hanging.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        _requests.Enqueue((request.RawUrl!, request.Headers["Range"], request.Headers["If-Match"]));
        try
        {
            var fault = _fault(_count++) ?? new ObjectFault();
            if (fault.Header?.Split(": ") is [var name, var value])
                response.Headers[name] = value;
            if (request.Headers["If-Match"] is { } wanted && wanted != ETag)
                fault = new ObjectFault(412, "PreconditionFailed");
            if (fault.Code is not null)
            {
                await ErrorAsync(response, fault);
                return;
            }

            var offset = int.Parse(RangePattern().Match(request.Headers["Range"] ?? "bytes=0-").Groups["offset"].Value, CultureInfo.InvariantCulture);
            response.StatusCode = fault.Status;
            response.ContentLength64 = Content.Length - offset;
            response.Headers["ETag"] = ETag;
            response.Headers["Content-Range"] = $"bytes {offset}-{Content.Length - 1}/{Content.Length}";
            var count = Math.Min(fault.Bytes, Content.Length - offset);
            await response.OutputStream.WriteAsync(Content.AsMemory(offset, count));
            await response.OutputStream.FlushAsync();
            if (fault.Hangs)
            {
                _hanging.Release();
                await _end.Task;
            }

            if (count < Content.Length - offset)
                response.Abort();
            else
                response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The client has gone, or the test has ended.
        }
    }

    private static async Task ErrorAsync(HttpListenerResponse response, ObjectFault fault)
    {
        response.StatusCode = fault.Status;
        response.ContentType = "application/xml";
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"<Error><Code>{fault.Code}</Code><Message>A message.</Message></Error>"));
        response.Close();
    }

    [GeneratedRegex("^bytes=(?<offset>[0-9]+)-$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RangePattern();
}
