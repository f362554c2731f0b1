using Amazon.Runtime;

namespace FlowLogs.Aws.Transport;

/// <summary>
/// Makes the HTTP client, which all connections of the same kind share: the next command finds the connection of
/// the last one open.
/// </summary>
internal sealed class SharedHttpClientFactory : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            // What listens on this machine, the sandbox for one, is not behind the company's proxy.
            UseProxy = !IsLoopback(clientConfig),
            // Connections are renewed now and then, so that a change in DNS is seen.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (clientConfig.ConnectTimeout is { } connect)
            sockets.ConnectTimeout = connect;
        if (clientConfig.GetWebProxy() is { } proxy)
            sockets.Proxy = proxy;
        var client = new HttpClient(new WholeBodyHandler(sockets));
        if (clientConfig.Timeout is { } answer)
            client.Timeout = answer;
        return client;
    }

    /// <summary>What is equal here is shared.</summary>
    public override string GetConfigUniqueString(IClientConfig clientConfig) =>
        $"FlowLogs {clientConfig.ConnectTimeout} {clientConfig.Timeout} {IsLoopback(clientConfig)}";

    private static bool IsLoopback(IClientConfig config) =>
        Uri.TryCreate(config.ServiceURL, UriKind.Absolute, out var url) && url.IsLoopback;
}
