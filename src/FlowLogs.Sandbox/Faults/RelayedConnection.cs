using System.Net.Sockets;

namespace FlowLogs.Sandbox.Faults;

/// <summary>One connection of a client, and the one to the server that belongs to it.</summary>
internal sealed class RelayedConnection(Socket client, Socket server) : IDisposable
{
    private const int BufferLength = 64 * 1024;

    private readonly object _gate = new();
    private Break? _break;

    private static ReadOnlySpan<byte> EndOfHeaders => "\r\n\r\n"u8;

    /// <summary>Passes on what both sides say until one of them ends.</summary>
    public async Task RelayAsync()
    {
        await Task.WhenAny(PassRequestsAsync(), PassAnswersAsync());
        Dispose();
    }

    /// <summary>Breaks the connection in the next answer.</summary>
    /// <param name="bodyBytes">How much of its body comes through.</param>
    /// <param name="isReset">Whether the connection is reset, or only closed. A reset after nothing happens at once.</param>
    public void BreakAfter(int bodyBytes, bool isReset)
    {
        lock (_gate)
            _break = new Break(bodyBytes, isReset);
        if (isReset && bodyBytes == 0)
            Reset();
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    private async Task PassRequestsAsync()
    {
        var buffer = new byte[BufferLength];
        while (await ReadAsync(client, buffer) is > 0 and var read)
            await WriteAsync(server, buffer.AsMemory(0, read));
    }

    private async Task PassAnswersAsync()
    {
        var buffer = new byte[BufferLength];
        while (await ReadAsync(server, buffer) is > 0 and var read)
        {
            Break? breaking;
            lock (_gate)
                breaking = _break;
            var allowed = breaking?.Allow(buffer.AsSpan(0, read)) ?? read;
            await WriteAsync(client, buffer.AsMemory(0, allowed));
            if (breaking?.IsDue != true)
                continue;
            if (breaking.IsReset)
                Reset();
            return;
        }
    }

    // A socket that is closed at once, whatever is still to be sent, says so with a reset.
    private void Reset()
    {
        try
        {
            client.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is gone already.
        }

        Dispose();
    }

    private static async Task<int> ReadAsync(Socket socket, byte[] buffer)
    {
        try
        {
            return await socket.ReceiveAsync(buffer);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private static async Task WriteAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
                bytes = bytes[await socket.SendAsync(bytes)..];
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The next read of the other side finds out.
        }
    }

    // Counts what of an answer may pass.
    private sealed class Break(int bodyBytes, bool isReset)
    {
        private int _headersMatched;
        private int _left = bodyBytes;

        public bool IsReset => isReset;

        public bool IsDue { get; private set; }

        /// <summary>How many of these bytes may pass.</summary>
        public int Allow(ReadOnlySpan<byte> bytes)
        {
            var passed = 0;
            while (_headersMatched < EndOfHeaders.Length && passed < bytes.Length)
            {
                var next = bytes[passed++];
                _headersMatched = next == EndOfHeaders[_headersMatched] ? _headersMatched + 1 : next == EndOfHeaders[0] ? 1 : 0;
            }

            var body = Math.Min(_left, bytes.Length - passed);
            _left -= body;
            IsDue = _headersMatched == EndOfHeaders.Length && _left == 0;
            return passed + body;
        }
    }
}
