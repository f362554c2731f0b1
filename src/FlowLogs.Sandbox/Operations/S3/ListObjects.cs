using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Lists objects by key, the older way: pages go on behind a key.</summary>
internal sealed class ListObjects(BucketStore store) : IRestOperation
{
    /// <summary>The most rows of a page.</summary>
    public const int MaxRows = 1000;

    public RestRoute Route { get; } = new("GET", RestTarget.Bucket)
    {
        Parameters = ["prefix", "delimiter", "marker", "max-keys", "encoding-type"],
    };

    public HttpAnswer Run(RestRequest request)
    {
        var bucket = store.Bucket(request.Bucket);
        var prefix = request.Parameter("prefix");
        var delimiter = request.Parameter("delimiter");
        var marker = request.Parameter("marker");
        var room = ListingParameters.Number(request, "max-keys", MaxRows);
        var encode = ListingParameters.Encoder(request);

        var page = ObjectPage.Of(bucket.Objects, prefix, delimiter, marker, room);
        return RestProtocol.Answer("ListBucketResult", writer =>
        {
            writer.Element("Name", bucket.Name);
            writer.Element("Prefix", encode(prefix));
            writer.Element("Marker", encode(marker));
            if (delimiter.Length > 0)
            {
                writer.Element("Delimiter", encode(delimiter));
                // Without a delimiter the last key says as much.
                writer.Element("NextMarker", page.Last is null ? null : encode(page.Last));
            }

            writer.Element("MaxKeys", room);
            writer.Element("EncodingType", request.Parameters.GetValueOrDefault("encoding-type"));
            writer.Element("IsTruncated", page.Last is not null);
            ObjectRows.Write(writer, page, encode);
        });
    }
}
