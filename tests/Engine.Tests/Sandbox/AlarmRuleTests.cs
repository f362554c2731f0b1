using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Tests.Sandbox;

/// <summary>The tables of CloudWatch's user guide for missing data.</summary>
public sealed class AlarmRuleTests
{
    [Theory]
    // M, points with the newest last (0 OK, X breaching, - missing); missing, ignore, breaching, notBreaching.
    [InlineData(3, "0-X-X", "OK", "OK", "OK", "OK")]
    [InlineData(3, "0----", "OK", "OK", "OK", "OK")]
    [InlineData(3, "-----", "INSUFFICIENT_DATA", null, "ALARM", "OK")]
    [InlineData(3, "0XX-X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(3, "--X--", "ALARM", null, "ALARM", "OK")]
    [InlineData(2, "0-X-X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "00X0X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0-X--", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "----0", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "---X-", "ALARM", null, "ALARM", "OK")]
    // Said beside the tables: too young to alarm.
    [InlineData(3, "----X", "OK", null, "ALARM", "OK")]
    [InlineData(3, "---X-", "OK", null, "ALARM", "OK")]
    public void Follows_the_tables(int needed, string points, params string?[] expected)
    {
        double?[] newestFirst = [.. points.Reverse().Select(static c => c switch { '0' => 0.0, 'X' => 1.0, _ => (double?)null })];
        for (var i = 0; i < AlarmRule.Treatments.Length; i++)
        {
            var alarm = Make(3, needed, AlarmRule.Treatments[i]);
            Assert.Equal(expected[i], AlarmRule.Decide(alarm, newestFirst));
        }
    }

    [Theory]
    [InlineData("GreaterThanOrEqualToThreshold", false, true, true)]
    [InlineData("GreaterThanThreshold", false, false, true)]
    [InlineData("LessThanThreshold", true, false, false)]
    [InlineData("LessThanOrEqualToThreshold", true, true, false)]
    public void Compares(string name, bool below, bool at, bool above)
    {
        var alarm = Make(1, 1, AlarmRule.Missing) with { ComparisonOperator = name };
        Assert.Equal((below, at, above), (alarm.IsBreaching(0), alarm.IsBreaching(1), alarm.IsBreaching(2)));
    }

    private static Alarm Make(int periods, int needed, string treatment) => new()
    {
        Name = "a",
        Metric = new MetricIdentity("n", "m", []),
        Statistic = "Sum",
        Period = 60,
        EvaluationPeriods = periods,
        DatapointsToAlarm = needed,
        Threshold = 1,
        ComparisonOperator = "GreaterThanOrEqualToThreshold",
        TreatMissingData = treatment,
        ConfigurationTime = DateTimeOffset.UnixEpoch,
    };
}
