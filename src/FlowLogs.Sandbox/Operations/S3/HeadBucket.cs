using System.Net;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Tells whether a bucket is there, and where.</summary>
internal sealed class HeadBucket(BucketStore store) : IRestOperation
{
    public RestRoute Route { get; } = new("HEAD", RestTarget.Bucket);

    public HttpAnswer Run(RestRequest request) => new(HttpStatusCode.OK, null, default)
    {
        Headers = [new("x-amz-bucket-region", store.Bucket(request.Bucket).Region)],
    };
}
