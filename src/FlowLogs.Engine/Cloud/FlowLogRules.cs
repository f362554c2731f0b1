using System.Globalization;

namespace FlowLogs.Cloud;

/// <summary>
/// What CreateFlowLogs asks of its settings, checked before it is called. The source is the API reference of EC2.
/// </summary>
public static class FlowLogRules
{
    private const int TransitInterval = 60;
    private const int MaxTags = 50;
    private const int MaxTagKey = 128;
    private const int MaxTagValue = 256;

    // tgw-attach- is before tgw-, which it begins with.
    private static readonly (string Prefix, string Type)[] ResourceTypes =
    [
        ("vpc-", "VPC"),
        ("subnet-", "Subnet"),
        ("eni-", "NetworkInterface"),
        ("tgw-attach-", "TransitGatewayAttachment"),
        ("tgw-", "TransitGateway"),
        ("nat-", "RegionalNatGateway"),
    ];

    /// <summary>The type that CreateFlowLogs calls a resource, by its id.</summary>
    /// <exception cref="FlowLogException"><c>InvalidResourceId</c>: nothing that can have a flow log has such an id.</exception>
    public static string ResourceType(string resourceId)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        foreach (var (prefix, type) in ResourceTypes)
        {
            if (resourceId.Length > prefix.Length && resourceId.StartsWith(prefix, StringComparison.Ordinal))
                return type;
        }

        throw Broken(
            "InvalidResourceId",
            $"\"{resourceId}\" is not the id of something that can have a flow log. Such ids begin with "
            + $"{string.Join(", ", ResourceTypes.Select(static pair => pair.Prefix))}.",
            resourceId);
    }

    /// <summary>
    /// How many resources of a type to give to one call. It takes 25 of transit gateways and 300 of others, but what it made
    /// is described by a filter, which takes 200.
    /// </summary>
    public static int MaxResources(string resourceType) => IsTransit(resourceType) ? 25 : 200;

    /// <summary>Checks settings, and fills in what the service wants to be told although there is only one answer.</summary>
    /// <exception cref="FlowLogException">The first rule that they break, with an id of its own.</exception>
    public static FlowLogSettings Check(FlowLogSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Bucket is { } bucket)
            CheckBucket(bucket);
        CheckTags(settings.Tags);
        if (!IsTransit(ResourceType(settings.ResourceIds[0])))
            return settings with { TrafficType = settings.TrafficType ?? "ALL" };

        if (settings.TrafficType is { } traffic)
        {
            throw Broken(
                "TrafficTypeNotSupported",
                $"{settings.ResourceIds[0]} belongs to a transit gateway, whose flow logs have all traffic: leave out the traffic type {traffic}.",
                settings.ResourceIds[0]);
        }

        if (settings.MaxAggregationInterval is { } seconds and not TransitInterval)
        {
            throw Broken(
                "InvalidAggregationInterval",
                $"{settings.ResourceIds[0]} belongs to a transit gateway, whose flow logs have intervals of {TransitInterval} seconds, "
                + $"not {seconds.ToString(CultureInfo.InvariantCulture)}.",
                settings.ResourceIds[0]);
        }

        return settings with { MaxAggregationInterval = TransitInterval };
    }

    private static bool IsTransit(string resourceType) => resourceType.StartsWith("TransitGateway", StringComparison.Ordinal);

    private static void CheckBucket(S3Uri bucket)
    {
        var name = bucket.Bucket;
        if (name.Length is < 3 or > 63 || !name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'))
            throw Broken("InvalidBucketName", $"\"{name}\" is no name of a bucket: these have 3 to 63 of the characters a-z, 0-9, . and -.", name);
        if (bucket.Path.Split('/').Contains("AWSLogs", StringComparer.Ordinal))
            throw Broken("InvalidKeyPrefix", $"{bucket} has a folder AWSLogs, which the service makes by itself and does not take as a part of the prefix.", bucket.ToString());
    }

    private static void CheckTags(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > MaxTags)
            throw Broken("TooManyTags", $"There are {tags.Count} tags; {MaxTags} are allowed.", tags.Count);
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > MaxTagKey || value.Length > MaxTagValue || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw Broken("InvalidTag", $"The tag \"{key}\" is not allowed: a key has 1 to {MaxTagKey} characters and does not begin with aws:, a value has up to {MaxTagValue}.", key);
        }
    }

    private static FlowLogException Broken(string errorId, string message, object? target) =>
        new(errorId, FlowErrorKind.InvalidArgument, message, target);
}
