using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.AwsJson;

/// <summary>What the clients and their settings have in common; the official ones share no base class for it.</summary>
internal static class JsonClients
{
    /// <summary>The defaults of a client's settings.</summary>
    public static DefaultConfigurationProvider Defaults() => new(
        Enum.GetValues<DefaultConfigurationMode>()
            .Select(static mode => new DefaultConfiguration { Name = mode, RetryMode = RequestRetryMode.Standard }));

    /// <summary>How a client calls itself.</summary>
    public static string Agent(Type config, string serviceId) =>
        InternalSDKUtils.BuildUserAgentString(serviceId, config.Assembly.GetName().Version!.ToString(3));

    /// <summary>Puts our way to an endpoint and to a signature into a client's pipeline.</summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new JsonEndpointResolver());
        pipeline.AddHandlerAfter<JsonEndpointResolver>(new SignatureHandler());
    }
}
