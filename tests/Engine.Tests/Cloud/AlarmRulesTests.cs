using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

/// <summary>What makes an alarm one that the service takes, and two alarms the same.</summary>
public sealed class AlarmRulesTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:topic";

    [Theory]
    [InlineData(300, 1, null, null)]
    [InlineData(10, 1, null, null)]
    [InlineData(60, 1440, 1440, null)]
    [InlineData(3600, 168, 1, null)]
    [InlineData(86_400, 7, null, null)]
    [InlineData(1, 1, null, "InvalidPeriod")]
    [InlineData(90, 1, null, "InvalidPeriod")]
    [InlineData(0, 1, null, "InvalidPeriod")]
    [InlineData(-60, 1, null, "InvalidPeriod")]
    [InlineData(604_800, 1, null, null)]
    [InlineData(604_860, 1, null, "InvalidEvaluationPeriods")]
    [InlineData(60, 0, null, "InvalidEvaluationPeriods")]
    [InlineData(60, 1441, null, "InvalidEvaluationPeriods")]
    [InlineData(3600, 169, null, "InvalidEvaluationPeriods")]
    [InlineData(86_400, int.MaxValue, null, "InvalidEvaluationPeriods")]
    [InlineData(300, 3, 4, "InvalidDatapointsToAlarm")]
    [InlineData(300, 3, 0, "InvalidDatapointsToAlarm")]
    public void Periods_have_their_limits(int period, int evaluated, int? needed, string? id) =>
        Check(Alarm(period: period, evaluated: evaluated, needed: needed), id);

    [Theory]
    [InlineData("Sum", null)]
    [InlineData("p99", null)]
    [InlineData("p99.95", null)]
    [InlineData("tm90", null)]
    [InlineData("TM(10%:90%)", null)]
    [InlineData("IQM", null)]
    [InlineData("sum", "InvalidStatistic")]
    [InlineData("p101", "InvalidStatistic")]
    [InlineData("p", "InvalidStatistic")]
    [InlineData("", "InvalidStatistic")]
    [InlineData("Sum\n", "InvalidStatistic")]
    public void Statistics_have_names(string statistic, string? id) => Check(Alarm(statistic: statistic), id);

    [Theory]
    [InlineData(Topic, null)]
    [InlineData("arn:aws:automate:eu-west-1:ec2:stop", null)]
    [InlineData("arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:f:1", null)]
    [InlineData("topic", "InvalidAction")]
    [InlineData("arn:aws:sns:eu-west-1:1234:topic", "InvalidAction")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:", "InvalidAction")]
    public void Actions_are_ARNs(string action, string? id) => Check(Alarm(actions: [action]), id);

    [Fact]
    public void What_else_the_service_refuses_is_refused()
    {
        Check(Alarm(name: new string('a', 255)), null);
        Check(Alarm(name: new string('a', 256)), "InvalidAlarmName");
        Check(Alarm(name: "a\tb"), "InvalidAlarmName");
        Check(Alarm(threshold: double.NaN), "InvalidThreshold");
        Check(Alarm(actions: Enumerable.Repeat(Topic, 6).ToArray()), "TooManyActions");
        Check(Alarm(dimensions: new() { ["Interface"] = "eni-1" }), null);
        Check(Alarm(dimensions: new() { ["Interface"] = "$eni" }), "InvalidDimension");
        Check(Alarm(dimensions: Enumerable.Range(0, 31).ToDictionary(i => $"d{i}", i => "v")), "TooManyDimensions");
    }

    [Fact]
    public void Alarms_are_the_same_where_they_do_the_same()
    {
        Assert.True(AlarmRules.AreSame(Alarm(evaluated: 3), Alarm(evaluated: 3, needed: 3)));
        Assert.True(AlarmRules.AreSame(Alarm(actions: ["a", "b"]), Alarm(actions: ["b", "a"])));
        Assert.True(AlarmRules.AreSame(Alarm(dimensions: new() { ["a"] = "1", ["b"] = "2" }), Alarm(dimensions: new() { ["b"] = "2", ["a"] = "1" })));
        Assert.All(
            [
                Alarm(name: "other"), Alarm(period: 60), Alarm(evaluated: 2), Alarm(evaluated: 2, needed: 1), Alarm(statistic: "p99"),
                Alarm(threshold: 2), Alarm(actions: [Topic]), Alarm(dimensions: new() { ["a"] = "1" }),
            ],
            other => Assert.False(AlarmRules.AreSame(Alarm(), other)));
    }

    private static void Check(FlowAlarm alarm, string? id)
    {
        var error = Record.Exception(() => AlarmRules.Check(alarm));
        Assert.Equal(id, (error as FlowLogException)?.ErrorId);
        Assert.True(error is null or FlowLogException { Kind: FlowErrorKind.InvalidArgument });
    }

    private static FlowAlarm Alarm(
        string name = "a",
        int period = 300,
        int evaluated = 1,
        int? needed = null,
        string statistic = "Sum",
        double threshold = 1,
        string[]? actions = null,
        Dictionary<string, string>? dimensions = null) => new()
    {
        AlarmName = name,
        MetricName = "m",
        MetricNamespace = "n",
        Statistic = statistic,
        Period = period,
        EvaluationPeriods = evaluated,
        DatapointsToAlarm = needed,
        Threshold = threshold,
        ComparisonOperator = "GreaterThanOrEqualToThreshold",
        AlarmActions = actions ?? [],
        Dimensions = dimensions ?? [],
    };
}
