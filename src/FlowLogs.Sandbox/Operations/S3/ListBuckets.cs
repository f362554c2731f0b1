using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Lists buckets by name.</summary>
internal sealed class ListBuckets(BucketStore store, PageTokens tokens) : IRestOperation
{
    private const int MaxRows = 10_000;

    public RestRoute Route { get; } = new("GET", RestTarget.Service)
    {
        Parameters = ["prefix", "max-buckets", "continuation-token", "bucket-region"],
    };

    public HttpAnswer Run(RestRequest request)
    {
        var prefix = request.Parameter("prefix");
        var region = request.Parameter("bucket-region");
        var room = ListingParameters.Number(request, "max-buckets", MaxRows);
        var question = $"{nameof(ListBuckets)}\n{prefix}\n{region}";
        var after = ListingParameters.After(request, tokens, question) ?? "";

        var buckets = store.Buckets.Values
            .Where(bucket => string.CompareOrdinal(bucket.Name, after) > 0)
            .Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Where(bucket => region.Length == 0 || bucket.Region == region)
            .Take(room + 1)
            .ToList();
        return RestProtocol.Answer("ListAllMyBucketsResult", writer =>
        {
            writer.Element("Owner", () => writer.Element("ID", LogStore.AccountId));
            writer.Element("Buckets", () =>
            {
                foreach (var bucket in buckets.Take(room))
                {
                    writer.Element("Bucket", () =>
                    {
                        writer.Element("Name", bucket.Name);
                        writer.Element("CreationDate", bucket.CreationTime);
                        writer.Element("BucketRegion", bucket.Region);
                    });
                }
            });
            if (room > 0 && buckets.Count > room)
                writer.Element("ContinuationToken", tokens.Write(question, new(0, buckets[room - 1].Name)));
            if (prefix.Length > 0)
                writer.Element("Prefix", prefix);
        });
    }
}
