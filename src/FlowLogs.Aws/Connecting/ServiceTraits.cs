using Amazon.Runtime;

namespace FlowLogs.Aws.Connecting;

/// <summary>What tells one service from another when a connection is made.</summary>
/// <param name="Name">The service's name, for messages.</param>
/// <param name="EndpointVariables">The environment variables of its endpoint, the first one that is set wins.</param>
/// <param name="Probe">Any request of it; its endpoint is the service's.</param>
internal sealed record ServiceTraits(string Name, IReadOnlyList<string> EndpointVariables, AmazonWebServiceRequest Probe);
