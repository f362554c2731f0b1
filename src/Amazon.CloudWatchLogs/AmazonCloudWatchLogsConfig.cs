using Amazon.CloudWatchLogs.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>The settings of a CloudWatch Logs client.</summary>
public class AmazonCloudWatchLogsConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(
        ServiceId,
        typeof(AmazonCloudWatchLogsConfig).Assembly.GetName().Version!.ToString(3));

    private static readonly LogsEndpointResolver Resolver = new();

    /// <summary>Makes the settings; what is not set comes from the environment and the profile.</summary>
    public AmazonCloudWatchLogsConfig()
        : base(new DefaultConfigurationProvider(
            Enum.GetValues<DefaultConfigurationMode>()
                .Select(mode => new DefaultConfiguration { Name = mode, RetryMode = RequestRetryMode.Standard })))
    {
        // The base class makes AWS_ENDPOINT_URL_CLOUDWATCH_LOGS and the profile's `cloudwatch_logs` section of this.
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "logs";
        EndpointProvider = new LogsEndpointProvider();
    }

    /// <summary>The service's id.</summary>
    public static new string ServiceId => "CloudWatch Logs";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "logs";

    /// <inheritdoc/>
    public override string ServiceVersion => "2014-03-28";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var context = new RequestContext(enableMetric: false)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return Resolver.GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, responseContext: null));
    }
}
