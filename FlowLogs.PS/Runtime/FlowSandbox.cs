using FlowLogs.Cloud;

namespace FlowLogs;

/// <summary>A sandbox that runs in this session.</summary>
public sealed class FlowSandbox
{
    internal FlowSandbox(Uri endpointUrl, int seed)
    {
        EndpointUrl = endpointUrl.ToString().TrimEnd('/');
        Port = endpointUrl.Port;
        Seed = seed;
    }

    /// <summary>What to give as <c>-EndpointUrl</c>, <c>--endpoint-url</c> or <c>AWS_ENDPOINT_URL</c>.</summary>
    public string EndpointUrl { get; }

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The seed of the generated logs.</summary>
    public int Seed { get; }

    /// <summary>The Region it answers for; any other will do as well.</summary>
    public string Region { get; } = "us-east-1";

    // The sandbox looks at no signature: these only satisfy the client.
    internal CloudKeys Keys { get; } = new("sandbox", "sandbox");

    /// <inheritdoc/>
    public override string ToString() => EndpointUrl;
}
