using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

public class FlowLogDestinationTests
{
    private const string Group = "arn:aws:logs:eu-west-1:111111111111:log-group:/vpc/a";
    private const string Role = "arn:aws:iam::111111111111:role/flow";

    [Theory]
    [InlineData("/vpc/a", "/vpc/a", null, null, true)]
    [InlineData("/vpc/a", "/vpc/a", Group, Role, true)]
    [InlineData("/vpc/a", "/vpc/A", null, null, false)]
    [InlineData("/vpc/*", "/vpc/a", null, null, false)]
    [InlineData("/vpc/a", null, null, null, false)]
    [InlineData(Group, "/vpc/a", null, null, true)]
    [InlineData(Group + ":*", "/vpc/a", Group, null, true)]
    [InlineData(Group, "/vpc/a", null, Role, true)]
    [InlineData("arn:aws-cn:logs:cn-north-1:222222222222:log-group:/vpc/a", "/vpc/a", null, Role, false)]
    [InlineData("arn:aws:logs:eu-west-1:222222222222:log-group:/vpc/a:*", "/vpc/a", Group, null, false)]
    public void A_log_group_is_found_by_name_or_ARN(string wanted, string? name, string? destination, string? role, bool expected)
    {
        var place = FlowLogDestination.OfLogGroup(wanted);

        Assert.Equal(wanted.Contains("/vpc/*", StringComparison.Ordinal) ? "/vpc/*" : "/vpc/a", place.Query.LogGroupName);
        Assert.Equal(expected, place.IsOf(new FlowLog
        {
            FlowLogId = "fl-1",
            LogGroupName = name,
            LogDestination = destination,
            DeliverLogsPermissionArn = role,
        }));
    }

    [Theory]
    [InlineData("", "arn:aws:s3:::bucket", true)]
    [InlineData("", "arn:aws:s3:::bucket/", true)]
    [InlineData("", "arn:aws-us-gov:s3:::bucket/any/where/", true)]
    [InlineData("", "arn:aws:s3:::bucket2", false)]
    [InlineData("", "arn:aws:logs:eu-west-1:1:log-group:bucket", false)]
    [InlineData("", null, false)]
    [InlineData("AWSLogs/123456789012/vpcflowlogs/", "arn:aws:s3:::bucket", true)]
    [InlineData("AWSLogs/123456789012/vpcflowlogs/", "arn:aws:s3:::bucket/a/", false)]
    [InlineData("a", "arn:aws:s3:::bucket/a/", true)]
    [InlineData("a", "arn:aws:s3:::bucket/ab", true)]
    [InlineData("a/", "arn:aws:s3:::bucket/ab", false)]
    [InlineData("a/", "arn:aws:s3:::bucket", false)]
    [InlineData("a*", "arn:aws:s3:::bucket/ab", true)]
    [InlineData("a/AWSLogs/1/vpcflowlogs/eu-west-1/2026/01/", "arn:aws:s3:::bucket/a", true)]
    [InlineData("a/AWSLogs/1/vpcflowlogs/eu-west-1/2026/01/", "arn:aws:s3:::bucket/a/", true)]
    public void A_bucket_is_found_by_what_is_read_of_it(string keyPrefix, string? destination, bool expected)
    {
        var place = FlowLogDestination.OfBucket(S3Uri.Parse($"s3://bucket/{keyPrefix}"));

        Assert.Equal("s3", place.Query.LogDestinationType);
        Assert.Equal(expected, place.IsOf(new FlowLog { FlowLogId = "fl-1", LogDestination = destination }));
    }
}
