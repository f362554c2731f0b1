using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

public class FlowLogRulesTests
{
    private static readonly FlowLogSettings ToGroup = new() { ResourceIds = ["vpc-1"], LogGroupName = "g", RoleArn = "arn:aws:iam::123456789012:role/r" };

    [Theory]
    [InlineData("vpc-1", "VPC", 200)]
    [InlineData("subnet-1", "Subnet", 200)]
    [InlineData("eni-1", "NetworkInterface", 200)]
    [InlineData("tgw-1", "TransitGateway", 25)]
    [InlineData("tgw-attach-1", "TransitGatewayAttachment", 25)]
    [InlineData("nat-1", "RegionalNatGateway", 200)]
    public void An_id_tells_its_type(string id, string type, int most)
    {
        Assert.Equal(type, FlowLogRules.ResourceType(id));
        Assert.Equal(most, FlowLogRules.MaxResources(type));
    }

    [Theory]
    [InlineData("")]
    [InlineData("vpc-")]
    [InlineData("vpc")]
    [InlineData("VPC-1")]
    [InlineData("i-1")]
    [InlineData("vpce-1")]
    public void Other_ids_are_refused(string id) =>
        Assert.Equal(("InvalidResourceId", id), Refused(ToGroup with { ResourceIds = [id] }));

    [Fact]
    public void What_the_service_wants_to_be_told_is_filled_in()
    {
        var vpc = FlowLogRules.Check(ToGroup);
        Assert.Equal(("ALL", null), (vpc.TrafficType, vpc.MaxAggregationInterval));
        Assert.Equal("REJECT", FlowLogRules.Check(ToGroup with { TrafficType = "REJECT" }).TrafficType);

        var transit = FlowLogRules.Check(ToGroup with { ResourceIds = ["tgw-attach-1"] });
        Assert.Equal((null, 60), (transit.TrafficType, transit.MaxAggregationInterval));
    }

    [Fact]
    public void A_transit_gateway_has_rules_of_its_own()
    {
        var transit = ToGroup with { ResourceIds = ["tgw-1"] };
        Assert.Equal(("TrafficTypeNotSupported", "tgw-1"), Refused(transit with { TrafficType = "ALL" }));
        Assert.Equal(("InvalidAggregationInterval", "tgw-1"), Refused(transit with { MaxAggregationInterval = 600 }));
        Assert.Equal(60, FlowLogRules.Check(transit with { MaxAggregationInterval = 60 }).MaxAggregationInterval);
    }

    [Theory]
    [InlineData("s3://a23456789-123456789-123456789-123456789-123456789-123456789-1234", "InvalidBucketName", "a23456789-123456789-123456789-123456789-123456789-123456789-1234")]
    [InlineData("s3://My-Bucket", "InvalidBucketName", "My-Bucket")]
    [InlineData("s3://my_bucket/a", "InvalidBucketName", "my_bucket")]
    [InlineData("s3://bucket/AWSLogs", "InvalidKeyPrefix", "s3://bucket/AWSLogs")]
    [InlineData("s3://bucket/a/AWSLogs/", "InvalidKeyPrefix", "s3://bucket/a/AWSLogs/")]
    public void A_bucket_has_rules(string uri, string id, string target) =>
        Assert.Equal((id, target), Refused(ToBucket(uri)));

    [Fact]
    public void A_bucket_may_have_a_folder() =>
        Assert.Equal("a/MyAWSLogs/", FlowLogRules.Check(ToBucket("s3://bucket.1/a/MyAWSLogs/")).Bucket!.Path);

    [Theory]
    [InlineData("", "v", "")]
    [InlineData("aws:cloudformation", "v", "aws:cloudformation")]
    public void A_tag_has_rules(string key, string value, string target)
    {
        Assert.Equal(("InvalidTag", target), Refused(ToGroup with { Tags = new Dictionary<string, string> { [key] = value } }));
        Assert.Equal(("InvalidTag", "long"), Refused(ToGroup with { Tags = new Dictionary<string, string> { ["long"] = new('v', 257) } }));
        Assert.Equal(("TooManyTags", 51), Refused(ToGroup with { Tags = Enumerable.Range(0, 51).ToDictionary(static i => $"{i}", static _ => "v") }));
    }

    private static FlowLogSettings ToBucket(string uri) => new() { ResourceIds = ["vpc-1"], Bucket = S3Uri.Parse(uri) };

    private static (string Id, object? Target) Refused(FlowLogSettings settings)
    {
        var error = Assert.Throws<FlowLogException>(() => FlowLogRules.Check(settings));
        Assert.Equal(FlowErrorKind.InvalidArgument, error.Kind);
        return (error.ErrorId, error.Target);
    }
}
