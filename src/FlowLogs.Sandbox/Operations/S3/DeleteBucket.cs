using System.Net;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Deletes a bucket that is empty.</summary>
internal sealed class DeleteBucket(BucketStore store) : IRestOperation
{
    public RestRoute Route { get; } = new("DELETE", RestTarget.Bucket);

    public HttpAnswer Run(RestRequest request)
    {
        store.Delete(request.Bucket);
        return new HttpAnswer(HttpStatusCode.NoContent, null, default);
    }
}
