using FlowLogs.Cloud;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Cloud;

/// <summary>Which period datapoints are asked for.</summary>
public sealed class MetricPeriodsTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    [Theory]
    [InlineData(1, 60)]
    [InlineData(24, 60)]
    [InlineData(25, 300)]
    [InlineData(120, 300)]
    [InlineData(121, 900)]
    [InlineData(361, 3600)]
    [InlineData(1440, 3600)]
    [InlineData(1441, 21_600)]
    [InlineData(100_000, 86_400)]
    public void A_range_up_to_now_has_at_most_1440_datapoints(int hours, int period) =>
        Assert.Equal(period, MetricPeriods.Choose(Now.AddHours(-hours), Now, Now));

    [Theory]
    [InlineData(15, 60)]
    [InlineData(16, 300)]
    [InlineData(63, 300)]
    [InlineData(64, 3600)]
    public void An_hour_of_long_ago_has_what_is_kept_of_it(int days, int period) =>
        Assert.Equal(period, MetricPeriods.Choose(Now.AddDays(-days), Now.AddDays(-days).AddHours(1), Now));

    [Property(Replay = "1,3", MaxTest = 500)]
    public bool What_is_chosen_is_a_period(PositiveInt minutes, NonNegativeInt before)
    {
        var end = Now.AddMinutes(-before.Get * 100.0);
        return MetricPeriods.IsPeriod(MetricPeriods.Choose(end.AddMinutes(-minutes.Get * 100.0), end, Now));
    }
}
