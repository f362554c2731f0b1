using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.AwsJson;

/// <summary>Hands the settings that an endpoint depends on to the endpoint provider.</summary>
internal sealed class JsonEndpointResolver : BaseEndpointResolver
{
    internal const string Region = "Region";
    internal const string UseFips = "UseFIPS";
    internal const string UseDualStack = "UseDualStack";
    internal const string CustomEndpoint = "Endpoint";

    /// <summary>The endpoint of a request by a client's settings.</summary>
    public static Endpoint Find(ClientConfig config, JsonService service, ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var context = new RequestContext(enableMetric: false)
        {
            ClientConfig = config,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, service.ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new JsonEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, responseContext: null));
    }

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        var custom = config.ServiceURL; // Before the Region: reading it may find an endpoint, which unsets the Region.
        return new EndpointParameters
        {
            [CustomEndpoint] = custom,
            [Region] = requestContext.Request.AlternateEndpoint?.SystemName
                ?? config.RegionEndpoint?.SystemName
                ?? config.AuthenticationRegion
                ?? (custom is null ? null : AWSSDKUtils.DetermineRegion(custom)),
            [UseFips] = config.UseFIPSEndpoint,
            [UseDualStack] = config.UseDualstackEndpoint,
        };
    }
}
