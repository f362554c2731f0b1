using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>Finds the endpoint of a Region, as the service's endpoint rules say.</summary>
internal sealed class LogsEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = Equals(parameters[LogsEndpointResolver.UseFips], true);
        var dualStack = Equals(parameters[LogsEndpointResolver.UseDualStack], true);
        if (parameters[LogsEndpointResolver.CustomEndpoint] is string { Length: > 0 } custom)
        {
            return fips || dualStack
                ? throw new AmazonClientException("An endpoint of one's own cannot be FIPS or dual-stack.")
                : new Endpoint(custom);
        }
        if (parameters[LogsEndpointResolver.Region] is not string { Length: > 0 } region)
            throw new AmazonClientException("No Region is set.");
        var partition = Fn.Partition(region);
        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
            throw new AmazonClientException($"Region {region} has no FIPS or no dual-stack endpoints.");

        // In the GovCloud Regions the plain endpoint is the FIPS one.
        var govCloud = region is "us-gov-east-1" or "us-gov-west-1";
        var name = fips && (dualStack || !govCloud) ? "logs-fips" : "logs";
        return new Endpoint($"https://{name}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}");
    }
}
