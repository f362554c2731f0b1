using System.Net;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Deletes an object; one that is not there counts as deleted.</summary>
internal sealed class DeleteObject(BucketStore store) : IRestOperation
{
    public RestRoute Route { get; } = new("DELETE", RestTarget.Object);

    public HttpAnswer Run(RestRequest request)
    {
        store.Bucket(request.Bucket).Delete(request.Key);
        return new HttpAnswer(HttpStatusCode.NoContent, null, default);
    }
}
