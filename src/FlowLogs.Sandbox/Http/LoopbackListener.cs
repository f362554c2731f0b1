using System.Net;
using System.Net.Sockets;

namespace FlowLogs.Sandbox.Http;

/// <summary>Opens the HTTP listener. Only addresses of this machine are ever bound.</summary>
internal static class LoopbackListener
{
    // Between finding a free port and taking it somebody else may take it.
    private const int Attempts = 10;

    /// <summary>Starts to listen.</summary>
    /// <param name="port">The port, or 0 for any that is free.</param>
    /// <returns>The listener and its port.</returns>
    public static (HttpListener Listener, int Port) Open(int port)
    {
        Check(port);
        for (var attempt = 1; ; attempt++)
        {
            var candidate = Reserve(port);
            try
            {
                return (Listen(candidate), candidate);
            }
            catch (HttpListenerException) when (port == 0 && attempt < Attempts)
            {
                // Somebody was faster; another port will do.
            }
            catch (HttpListenerException e)
            {
                throw InUse(candidate, e);
            }
        }
    }

    // HttpListener's own errors differ between systems, a socket's do not: so a socket tells why a port is no good,
    // and which one is free. HttpListener itself cannot be asked for any free port.
    private static int Reserve(int port)
    {
        using var probe = OpenSocket(port);
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Starts to listen for connections.</summary>
    /// <param name="port">The port, or 0 for any that is free.</param>
    public static TcpListener OpenSocket(int port)
    {
        Check(port);
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw InUse(port, e);
        }
        catch (SocketException e)
        {
            var isDenied = e.SocketErrorCode == SocketError.AccessDenied;
            throw new FlowLogException(
                "PortNotAvailable",
                isDenied ? FlowErrorKind.PermissionDenied : FlowErrorKind.Connection,
                $"Cannot listen on port {port} of 127.0.0.1: {e.Message}.",
                port,
                e);
        }
    }

    // The listener compares the Host header with its prefixes, so the name needs one of its own. On a machine whose
    // localhost is ::1 in the first place that prefix takes a second address, which may not be there to take.
    private static HttpListener Listen(int port)
    {
        try
        {
            return Listen(port, "127.0.0.1", "localhost");
        }
        catch (HttpListenerException)
        {
            return Listen(port, "127.0.0.1");
        }
    }

    private static HttpListener Listen(int port, params string[] hosts)
    {
        var listener = new HttpListener();
        try
        {
            foreach (var host in hosts)
                listener.Prefixes.Add($"http://{host}:{port}/");
            listener.Start();
            return listener;
        }
        catch
        {
            listener.Close();
            throw;
        }
    }

    private static void Check(int port)
    {
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new FlowLogException(
                "InvalidPort",
                FlowErrorKind.InvalidArgument,
                $"A port is a number from {IPEndPoint.MinPort} to {IPEndPoint.MaxPort}, and {port} is not.",
                port);
        }
    }

    private static FlowLogException InUse(int port, Exception cause) => new(
        "PortInUse",
        FlowErrorKind.AlreadyExists,
        $"Port {port} of 127.0.0.1 is in use. Choose another, or 0 for any that is free.",
        port,
        cause);
}
