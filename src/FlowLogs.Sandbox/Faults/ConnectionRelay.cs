using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FlowLogs.Sandbox.Faults;

/// <summary>
/// Stands between the clients and the HTTP listener and passes on what they say, because the listener itself cannot
/// reset a connection or leave an answer half sent. The server names a connection by the port that the relay has on it.
/// </summary>
internal sealed class ConnectionRelay : IDisposable
{
    private readonly TcpListener _clients;
    private readonly int _serverPort;
    private readonly ConcurrentDictionary<int, RelayedConnection> _connections = new();

    /// <summary>Starts to relay.</summary>
    /// <param name="clients">Listens for clients; it was started.</param>
    /// <param name="serverPort">Where the server listens on loopback.</param>
    public ConnectionRelay(TcpListener clients, int serverPort)
    {
        (_clients, _serverPort) = (clients, serverPort);
        _ = Task.Run(AcceptAsync, CancellationToken.None);
    }

    /// <summary>Breaks a connection in the next answer.</summary>
    /// <param name="port">The relay's port on the connection to the server.</param>
    /// <param name="bodyBytes">How much of the answer's body comes through; with 0 and a reset, nothing of it at all.</param>
    /// <param name="isReset">Whether the connection is reset, or only closed.</param>
    public void BreakAfter(int port, int bodyBytes, bool isReset)
    {
        if (_connections.TryGetValue(port, out var connection))
            connection.BreakAfter(bodyBytes, isReset);
    }

    public void Dispose()
    {
        _clients.Dispose();
        foreach (var connection in _connections.Values)
            connection.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _clients.AcceptSocketAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => RelayAsync(client), CancellationToken.None);
        }
    }

    private async Task RelayAsync(Socket client)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var connection = new RelayedConnection(client, server);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _serverPort);
            var port = ((IPEndPoint)server.LocalEndPoint!).Port;
            _connections[port] = connection;
            await connection.RelayAsync();
            _connections.TryRemove(port, out _);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One of the two went away.
        }
    }
}
