using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>
/// Alarms, metrics, retention and subscriptions against an emulator. It does not page alarms, evaluates none, knows no
/// state together with a prefix, keeps no distribution, and refuses to change one of two subscriptions.
/// </summary>
public sealed class MotoMetricTests(MotoServer moto) : AwsTestBase, IClassFixture<MotoServer>
{
    private static FlowAlarm Alarm(string name, double threshold) => new()
    {
        AlarmName = name,
        AlarmDescription = "Somebody knocks.",
        MetricName = "Rejected",
        MetricNamespace = "Alarms",
        Dimensions = new Dictionary<string, string> { ["Interface"] = "eni-1" },
        Statistic = "Sum",
        Period = 300,
        ComparisonOperator = "GreaterThanOrEqualToThreshold",
        Threshold = threshold,
        EvaluationPeriods = 3,
        DatapointsToAlarm = 2,
        TreatMissingData = "notBreaching",
        AlarmActions = ["arn:aws:sns:eu-west-1:123456789012:topic"],
    };

    [MotoFact]
    public async Task Alarms_are_made_replaced_listed_and_deleted()
    {
        using var metrics = ConnectMetrics(moto.Url);
        await metrics.PutMetricAlarmAsync(Alarm("one", 1), default);
        await metrics.PutMetricAlarmAsync(Alarm("other", 1), default);
        await metrics.PutMetricAlarmAsync(Alarm("one", 2.5), default);

        var found = Assert.Single((await metrics.DescribeAlarmsAsync("one", null, null, default)).Items);
        Assert.True(AlarmRules.AreSame(Alarm("one", 2.5), found));
        Assert.False(AlarmRules.AreSame(Alarm("one", 1), found));
        Assert.NotNull(found.StateValue);
        Assert.Equal(DateTimeOffset.UtcNow.Date, found.StateUpdatedTimestamp!.Value.Date, TimeSpan.FromDays(1));
        Assert.EndsWith(":alarm:one", found.AlarmArn, StringComparison.Ordinal);

        await metrics.DeleteAlarmAsync("one", default);
        Assert.Equal("other", Assert.Single((await metrics.DescribeAlarmsAsync(null, null, null, default)).Items).AlarmName);
    }

    [MotoFact]
    public async Task Datapoints_come_in_their_order()
    {
        var hour = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 3600 * 3600).AddHours(-2);
        await moto.CallAsync("GraniteServiceVersion20100801.PutMetricData", "monitoring", new
        {
            Namespace = "Points",
            MetricData = Enumerable.Range(0, 6).Select(i => new
            {
                MetricName = "Rejected",
                Value = (double)i,
                Timestamp = hour.AddMinutes(i * 5).ToUnixTimeSeconds(),
                Unit = "Count",
            }),
        });
        using var metrics = ConnectMetrics(moto.Url);

        var page = await metrics.GetMetricDataAsync(
            new MetricQuery
            {
                MetricName = "Rejected",
                MetricNamespace = "Points",
                Statistic = "Sum",
                Period = 600,
                StartTime = hour,
                EndTime = hour.AddHours(1),
            },
            null,
            default);

        Assert.Null(page.NextToken);
        Assert.Equal([(hour, 1), (hour.AddMinutes(10), 5), (hour.AddMinutes(20), 9)], page.Items.Select(p => (p.Timestamp, p.Value)));
    }

    [MotoFact]
    public async Task Retention_is_set_and_taken_away()
    {
        using var logs = Connect(moto.Url);
        await logs.CreateLogGroupAsync("/retention", default);

        await logs.PutRetentionPolicyAsync("/retention", 30, default);
        Assert.Equal(30, Assert.Single((await logs.DescribeLogGroupsAsync("/retention", null, default)).Items).RetentionInDays);
        await logs.DeleteRetentionPolicyAsync("/retention", default);
        Assert.Null(Assert.Single((await logs.DescribeLogGroupsAsync("/retention", null, default)).Items).RetentionInDays);

        await Fails("LogGroupNotFound", FlowErrorKind.NotFound, () => logs.PutRetentionPolicyAsync("/none", 30, default));
    }

    [MotoFact]
    public async Task Subscriptions_are_made_listed_and_deleted()
    {
        using var logs = Connect(moto.Url);
        await logs.CreateLogGroupAsync("/subscribed", default);
        // For this emulator a destination is a log group.
        await logs.CreateLogGroupAsync("archive", default);
        FlowSubscription Subscription(string name) => new()
        {
            FilterName = name,
            LogGroupName = "/subscribed",
            FilterPattern = "REJECT",
            DestinationArn = "arn:aws:logs:eu-west-1:123456789012:destination:archive",
            RoleArn = "arn:aws:iam::123456789012:role/deliver",
        };

        await logs.PutSubscriptionFilterAsync(Subscription("one"), default);
        await logs.PutSubscriptionFilterAsync(Subscription("two"), default);
        await Fails("LimitExceeded", FlowErrorKind.LimitExceeded, () => logs.PutSubscriptionFilterAsync(Subscription("three"), default));

        var found = (await logs.DescribeSubscriptionFiltersAsync("/subscribed", null, null, default)).Items;
        Assert.Equal(["one", "two"], found.Select(s => s.FilterName));
        Assert.Equal(
            ("/subscribed", "REJECT", Subscription("one").DestinationArn, Subscription("one").RoleArn),
            (found[0].LogGroupName, found[0].FilterPattern, found[0].DestinationArn, found[0].RoleArn));
        Assert.NotNull(found[0].CreationTime);

        await logs.DeleteSubscriptionFilterAsync("/subscribed", "one", default);
        Assert.Equal("two", Assert.Single((await logs.DescribeSubscriptionFiltersAsync("/subscribed", null, null, default)).Items).FilterName);
        await Fails("SubscriptionNotFound", FlowErrorKind.NotFound, () => logs.DeleteSubscriptionFilterAsync("/subscribed", "one", default));
    }
}
