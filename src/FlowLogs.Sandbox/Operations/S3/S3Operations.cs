using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>The operations of S3.</summary>
internal static class S3Operations
{
    public static RestProtocol Over(BucketStore store, TokenSigner signer)
    {
        var tokens = new PageTokens(signer);
        return new RestProtocol(
        [
            new ListBuckets(store, tokens),
            new CreateBucket(store),
            new HeadBucket(store),
            new DeleteBucket(store),
            new GetBucketLocation(store),
            new ListObjects(store),
            new ListObjectsV2(store, tokens),
            new PutObject(store),
            new GetObject(store, "GET"),
            new GetObject(store, "HEAD"),
            new DeleteObject(store),
        ]);
    }
}
