using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Tells a bucket's Region; an empty text stands for us-east-1.</summary>
internal sealed class GetBucketLocation(BucketStore store) : IRestOperation
{
    public RestRoute Route { get; } = new("GET", RestTarget.Bucket, "location");

    public HttpAnswer Run(RestRequest request)
    {
        var region = store.Bucket(request.Bucket).Region;
        return RestProtocol.Answer(
            "LocationConstraint", writer => writer.WriteString(region == LogStore.Region ? "" : region));
    }
}
