using Amazon.CloudWatch.Internal;
using Amazon.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudWatch;

/// <summary>The settings of a CloudWatch client.</summary>
public class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string Agent = JsonClients.Agent(typeof(AmazonCloudWatchConfig), ServiceId);

    /// <summary>Makes the settings; what is not set comes from the environment and the profile.</summary>
    public AmazonCloudWatchConfig()
        : base(JsonClients.Defaults())
    {
        // The base class makes AWS_ENDPOINT_URL_CLOUDWATCH and the profile's `cloudwatch` section of this.
        base.ServiceId = ServiceId;
        AuthenticationServiceName = CloudWatchService.Instance.EndpointName;
        EndpointProvider = new JsonEndpointProvider(CloudWatchService.Instance);
    }

    /// <summary>The service's id.</summary>
    public static new string ServiceId => CloudWatchService.Instance.ServiceId;

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => CloudWatchService.Instance.EndpointName;

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-08-01";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        JsonEndpointResolver.Find(this, CloudWatchService.Instance, parameters);
}
