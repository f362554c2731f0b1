using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.AwsJson;

/// <summary>Finds the endpoint of a Region, as the services' endpoint rules say; those used here are alike.</summary>
internal sealed class JsonEndpointProvider(JsonService service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = Equals(parameters[JsonEndpointResolver.UseFips], true);
        var dualStack = Equals(parameters[JsonEndpointResolver.UseDualStack], true);
        if (parameters[JsonEndpointResolver.CustomEndpoint] is string { Length: > 0 } custom)
        {
            return fips || dualStack
                ? throw new AmazonClientException("An endpoint of one's own cannot be FIPS or dual-stack.")
                : new Endpoint(custom);
        }
        if (parameters[JsonEndpointResolver.Region] is not string { Length: > 0 } region)
            throw new AmazonClientException("No Region is set.");
        var partition = Fn.Partition(region);
        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
            throw new AmazonClientException($"Region {region} has no FIPS or no dual-stack endpoints.");

        // In the GovCloud Regions the plain endpoint is the FIPS one.
        var govCloud = region is "us-gov-east-1" or "us-gov-west-1";
        var name = service.EndpointName + (fips && (dualStack || !govCloud) ? "-fips" : "");
        return new Endpoint($"https://{name}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}");
    }
}
