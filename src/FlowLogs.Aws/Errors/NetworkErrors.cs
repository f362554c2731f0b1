using System.Net.Sockets;
using System.Security.Authentication;

namespace FlowLogs.Aws.Errors;

/// <summary>Errors of the network, which come from under the SDK in several wrappings.</summary>
internal static class NetworkErrors
{
    /// <summary>Makes an error of ours, if the network is the cause; null if not.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="doing">What was tried, as in "FilterLogEvents at https://…".</param>
    /// <param name="host">The host that was called.</param>
    /// <param name="place">Where calls go.</param>
    /// <param name="target">What the call was about.</param>
    public static FlowLogException? Find(Exception exception, string doing, string host, CallPlace place, object? target)
    {
        var causes = Causes(exception).ToList();
        var http = causes.OfType<HttpRequestException>().FirstOrDefault();
        var socket = causes.OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;
        var tls = causes.OfType<AuthenticationException>().FirstOrDefault();

        if (http?.HttpRequestError == HttpRequestError.NameResolutionError
            || socket is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain)
        {
            return Make(
                "HostNotFound",
                $"{doing} failed: there is no host {host}. Check the Region ({place.Region}), the endpoint, and this "
                + "computer's network.");
        }
        if (socket == SocketError.ConnectionRefused)
        {
            return Make(
                "ConnectionRefused",
                $"{doing} failed: the connection was refused ({(http ?? causes[^1]).Message}). Check the endpoint, the "
                + "proxy if there is one, and that what should answer there runs.");
        }
        if (tls is not null || http?.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            return Make(
                "SecureConnectionFailed",
                $"{doing} failed: no secure connection to {host} could be made ({(tls ?? (Exception)http!).Message}). A "
                + "certificate of one's own has to be among those that this computer trusts; checking cannot be turned off.");
        }
        if (socket == SocketError.TimedOut || causes.Any(static e => e is TimeoutException or OperationCanceledException))
        {
            return Make(
                "Timeout",
                $"{doing} failed: {host} could not be reached within {place.Limits.Connect.TotalSeconds:0.#} s, or did "
                + $"not answer within {place.Limits.Answer.TotalSeconds:0.#} s.");
        }
        return socket is not null || http is not null || causes.Any(static e => e is IOException and not FileNotFoundException)
            ? Make("ConnectionFailed", $"{doing} failed: the connection to {host} broke ({causes[^1].Message}).")
            : null;

        FlowLogException Make(string id, string message) =>
            new(id, FlowErrorKind.Connection, message, target, exception);
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
