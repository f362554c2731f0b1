using Amazon.CloudWatchLogs.Internal;
using Amazon.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudWatchLogs;

/// <summary>The settings of a CloudWatch Logs client.</summary>
public class AmazonCloudWatchLogsConfig : ClientConfig
{
    private static readonly string Agent = JsonClients.Agent(typeof(AmazonCloudWatchLogsConfig), ServiceId);

    /// <summary>Makes the settings; what is not set comes from the environment and the profile.</summary>
    public AmazonCloudWatchLogsConfig()
        : base(JsonClients.Defaults())
    {
        // The base class makes AWS_ENDPOINT_URL_CLOUDWATCH_LOGS and the profile's `cloudwatch_logs` section of this.
        base.ServiceId = ServiceId;
        AuthenticationServiceName = LogsService.Instance.EndpointName;
        EndpointProvider = new JsonEndpointProvider(LogsService.Instance);
    }

    /// <summary>The service's id.</summary>
    public static new string ServiceId => LogsService.Instance.ServiceId;

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => LogsService.Instance.EndpointName;

    /// <inheritdoc/>
    public override string ServiceVersion => "2014-03-28";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        JsonEndpointResolver.Find(this, LogsService.Instance, parameters);
}
