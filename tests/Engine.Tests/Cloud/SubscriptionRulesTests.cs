using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

/// <summary>What makes a subscription filter one that the service takes.</summary>
public sealed class SubscriptionRulesTests
{
    private const string Role = "arn:aws:iam::123456789012:role/path/deliver";
    private const string Lambda = "arn:aws:lambda:eu-west-1:123456789012:function:f";
    private const string Kinesis = "arn:aws:kinesis:eu-west-1:123456789012:stream/s";
    private const string Firehose = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/s";

    [Theory]
    [InlineData(Lambda, null, null, null)]
    [InlineData(Lambda, null, "ByLogStream", null)]
    [InlineData(Lambda, Role, null, null)]
    [InlineData(Lambda, null, "Random", "InvalidDistribution")]
    [InlineData(Kinesis, Role, "Random", null)]
    [InlineData(Kinesis, null, null, "RoleNeeded")]
    [InlineData(Firehose, Role, null, null)]
    [InlineData(Firehose, null, null, "RoleNeeded")]
    [InlineData("arn:aws:logs:eu-west-1:123456789012:destination:d", null, null, null)]
    [InlineData("arn:aws:logs:eu-west-1:123456789012:log-group:d", null, null, "InvalidDestination")]
    [InlineData("arn:aws:kinesis:eu-west-1:123456789012:s", Role, null, "InvalidDestination")]
    [InlineData("arn:aws:sqs:eu-west-1:123456789012:q", null, null, "InvalidDestination")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:", null, null, "InvalidDestination")]
    [InlineData("f", null, null, "InvalidDestination")]
    [InlineData(Kinesis, "deliver", null, "InvalidRole")]
    [InlineData(Kinesis, "arn:aws:iam::123456789012:user/deliver", null, "InvalidRole")]
    public void Destinations_have_forms_and_roles(string destination, string? role, string? distribution, string? id) =>
        Check(destination, role, distribution, "REJECT", "f", id);

    [Fact]
    public void Names_and_patterns_are_checked()
    {
        Check(Lambda, null, null, "", "f", null);
        Check(Lambda, null, null, "[a, a]", "f", "InvalidFilterPattern");
        Check(Lambda, null, null, "", "a:b", "InvalidFilterName");
    }

    private static void Check(string destination, string? role, string? distribution, string pattern, string name, string? id)
    {
        var error = Record.Exception(() => SubscriptionRules.Check(new FlowSubscription
        {
            LogGroupName = "g",
            FilterName = name,
            FilterPattern = pattern,
            DestinationArn = destination,
            RoleArn = role,
            Distribution = distribution,
        }));
        Assert.Equal(id, (error as FlowLogException)?.ErrorId);
        Assert.Equal(id is null, error is null);
    }
}
