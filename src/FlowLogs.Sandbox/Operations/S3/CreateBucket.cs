using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.RestXml;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>Makes a bucket, in whatever Region the client names.</summary>
internal sealed partial class CreateBucket(BucketStore store) : IRestOperation
{
    public RestRoute Route { get; } = new("PUT", RestTarget.Bucket);

    public HttpAnswer Run(RestRequest request)
    {
        if (!Name().IsMatch(request.Bucket))
            throw new ServiceException("InvalidBucketName", "The specified bucket is not valid.");
        store.Add(new Bucket(request.Bucket, RegionOf(request.Body), store.Now));
        return new HttpAnswer(HttpStatusCode.OK, null, default) { Headers = [new("Location", $"/{request.Bucket}")] };
    }

    // us-east-1 is the one Region that has no constraint, and that must not be named.
    private static string RegionOf(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return LogStore.Region;
        using var bytes = new MemoryStream(body.ToArray());
        try
        {
            var constraint = XDocument.Load(bytes).Root!.Elements().FirstOrDefault(e => e.Name.LocalName == "LocationConstraint");
            return constraint?.Value switch
            {
                null => LogStore.Region,
                "" or LogStore.Region => throw new ServiceException(
                    "InvalidLocationConstraint", "The specified location-constraint is not valid"),
                var region => region,
            };
        }
        catch (XmlException)
        {
            throw new ServiceException(
                "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        }
    }

    [GeneratedRegex(@"\A(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
