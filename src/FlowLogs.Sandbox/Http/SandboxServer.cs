using System.Buffers;
using System.Net;
using FlowLogs.Sandbox.Faults;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Http;

/// <summary>Takes requests from a listener and answers them, many at the same time.</summary>
internal sealed class SandboxServer : IDisposable
{
    // Requests that are being answered when the sandbox stops fail at their next byte; this is only for safety.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpListener _listener;
    private readonly RequestFaults _faults;
    private readonly IReadOnlyList<IProtocol> _protocols;
    private readonly AnswerBuffers _buffers = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CountdownEvent _busy = new(1);
    private int _disposed;

    /// <summary>Starts to take requests.</summary>
    /// <param name="listener">A listener that was started.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="protocols">What the clients may speak; of those that take a request, the first one gets it.</param>
    public SandboxServer(HttpListener listener, RequestFaults faults, params IProtocol[] protocols)
    {
        (_listener, _faults, _protocols) = (listener, faults, protocols);
        _ = Task.Run(AcceptAsync, CancellationToken.None);
    }

    /// <summary>Stops listening and breaks off what is being answered.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _stopping.Cancel();
        _listener.Close();
        if (_busy.Wait(Patience, CancellationToken.None))
            _busy.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e)
                when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (_stopping.IsCancellationRequested)
                {
                    _busy.Signal();
                    return;
                }

                // A connection that broke before its request was read.
                continue;
            }

            _busy.AddCount();
            _ = Task.Run(() => HandleAsync(context), CancellationToken.None);
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        var buffer = _buffers.Take();
        try
        {
            // HTTP.sys shares its port among all addresses of the machine and goes by the Host header alone.
            if (!IPAddress.IsLoopback(context.Request.RemoteEndPoint.Address))
                context.Response.Abort();
            else
                await AnswerAsync(context, buffer);
        }
        catch
        {
            // There is nobody to answer any more, or no way to.
            context.Response.Abort();
        }
        finally
        {
            _buffers.GiveBack(buffer);
            _busy.Signal();
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, ArrayBufferWriter<byte> buffer)
    {
        // HttpListener finishes an answer that it has to break off, and then this is what the client must read.
        context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
        var protocol = _protocols.First(candidate => candidate.Speaks(context.Request));
        var exchange = new Exchange(context.Request, Guid.NewGuid().ToString(), buffer);
        var fault = _faults.Next(context.Request);
        HttpAnswer answer;
        try
        {
            if (fault is not null)
                await _faults.BeforeAsync(fault.Value, context.Request, protocol, _stopping.Token);
            answer = await protocol.AnswerAsync(exchange, _stopping.Token);
        }
        catch (Exception e) when (!IsBroken(e))
        {
            // Whatever goes wrong inside an operation must reach the client as an answer.
            var error = e as ServiceException ?? new ServiceException("InternalFailure", e.Message, 500);
            buffer.ResetWrittenCount();
            answer = protocol.Fail(exchange, error);
        }

        if (fault is not null)
            _faults.BeforeSending(fault.Value, context.Request, answer.WriteBody is null ? answer.Body.Length : null);
        context.Response.Headers[protocol.RequestIdHeader] = exchange.RequestId;
        await answer.SendAsync(context.Response, context.Request.HttpMethod != "HEAD", _stopping.Token);
    }

    /// <summary>Whether the client went away or the sandbox is stopping: there is nobody to answer.</summary>
    private static bool IsBroken(Exception e) =>
        e is HttpListenerException or ObjectDisposedException or OperationCanceledException or IOException;
}
