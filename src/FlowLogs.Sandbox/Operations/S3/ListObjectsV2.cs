using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Lists objects by key.</summary>
internal sealed class ListObjectsV2(BucketStore store, PageTokens tokens) : IRestOperation
{
    public RestRoute Route { get; } = new("GET", RestTarget.Bucket, "list-type")
    {
        Parameters = ["prefix", "delimiter", "start-after", "max-keys", "continuation-token", "encoding-type", "fetch-owner"],
    };

    public HttpAnswer Run(RestRequest request)
    {
        var bucket = store.Bucket(request.Bucket);
        if (request.Parameter("list-type") != "2")
            throw RestError.InvalidArgument("Invalid List Type");
        var prefix = request.Parameter("prefix");
        var delimiter = request.Parameter("delimiter");
        var startAfter = request.Parameter("start-after");
        var room = ListingParameters.Number(request, "max-keys", ListObjects.MaxRows);
        var encode = ListingParameters.Encoder(request);
        var question = $"{nameof(ListObjectsV2)}\n{bucket.Name}\n{prefix}\n{delimiter}";
        var after = ListingParameters.After(request, tokens, question) ?? startAfter;

        var page = ObjectPage.Of(bucket.Objects, prefix, delimiter, after, room);
        return RestProtocol.Answer("ListBucketResult", writer =>
        {
            writer.Element("Name", bucket.Name);
            writer.Element("Prefix", encode(prefix));
            if (delimiter.Length > 0)
                writer.Element("Delimiter", encode(delimiter));
            if (startAfter.Length > 0)
                writer.Element("StartAfter", encode(startAfter));
            writer.Element("MaxKeys", room);
            writer.Element("KeyCount", page.Objects.Count + page.CommonPrefixes.Count);
            writer.Element("EncodingType", request.Parameters.GetValueOrDefault("encoding-type"));
            writer.Element("ContinuationToken", request.Parameters.GetValueOrDefault("continuation-token"));
            writer.Element("IsTruncated", page.Last is not null);
            if (page.Last is not null)
                writer.Element("NextContinuationToken", tokens.Write(question, new(0, page.Last)));
            ObjectRows.Write(writer, page, encode);
        });
    }
}
