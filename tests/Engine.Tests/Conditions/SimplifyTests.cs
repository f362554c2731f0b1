using FlowLogs.Conditions;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;

namespace FlowLogs.Tests.Conditions;

public class SimplifyTests
{
    private static readonly FlowExpression Ssh = FlowExpression.DstPort(FlowNumberRange.Parse("22"));
    private static readonly FlowExpression Low = FlowExpression.DstPort(FlowNumberRange.Parse("0-1023"));
    private static readonly FlowExpression Reject = FlowExpression.Action("REJECT");
    private static readonly FlowExpression Ten = FlowExpression.SrcAddr(FlowNetwork.Parse("10.0.0.0/8"));
    private static readonly FlowExpression NoPort = FlowExpression.Missing(FlowExpression.FindField("DstPort"));

    public static TheoryData<string, FlowExpression> Cases => new()
    {
        { "true", FlowExpression.All() },
        { "false", FlowExpression.Any() },
        { "dstport = 22", FlowExpression.All(Ssh, FlowExpression.True, FlowExpression.Any(Ssh, FlowExpression.False)) },
        { "dstport = 22", FlowExpression.All(Ssh, Low) },
        { "dstport in 0..1023", FlowExpression.Any(Ssh, Low) },
        { "(dstport in ..21, 23.. or dstport missing)", FlowExpression.Not(Ssh) },
        { "dstport in 0..21, 23..1023", FlowExpression.All(Low, FlowExpression.Not(Ssh)) },
        { "false", FlowExpression.All(Ssh, Reject, FlowExpression.Not(Ssh)) },
        { "true", FlowExpression.Any(Ssh, Reject, FlowExpression.Not(Ssh)) },
        { "false", FlowExpression.All(Ten, Reject, FlowExpression.Not(Ten)) },
        { "(dstport = 22 or dstport missing)", FlowExpression.Any(Ssh, NoPort) },
        { "dstport = 22", FlowExpression.All(Ssh, FlowExpression.Not(NoPort)) },
        { "false", FlowExpression.All(Ssh, NoPort) },
        { "dstport missing", FlowExpression.All(FlowExpression.Not(Ssh), NoPort) },
        { "true", FlowExpression.Any(NoPort, FlowExpression.Not(NoPort)) },
        { "dstport missing", FlowExpression.All(NoPort, NoPort) },
        { "(srcaddr not in 10.0.0.0/8 or srcaddr missing) or (action != \"REJECT\" in any case or action missing)", FlowExpression.Not(FlowExpression.All(Ten, Reject)) },
        { "srcaddr in 10.0.0.0/8 and action = \"REJECT\" in any case", FlowExpression.Not(FlowExpression.Not(FlowExpression.All(Ten, FlowExpression.All(Reject)))) },
        { "action in \"ACCEPT\", \"REJECT\" in any case", FlowExpression.Any(Reject, FlowExpression.Action("ACCEPT"), FlowExpression.Action("reject")) },
        { "srcaddr in 10.0.0.0/8 and (dstport = 22 or action = \"REJECT\" in any case)", FlowExpression.All(Ten, FlowExpression.Any(Ssh, Reject)) },
        { "region present", FlowExpression.Like(FlowExpression.FindField("region"), "**", ignoreCase: true) },
        { "region = \"x\"", FlowExpression.Like(FlowExpression.FindField("region"), "x", ignoreCase: false) },
        { "false", FlowExpression.Text(FlowExpression.FindField("region"), ["-"], ignoreCase: false) },
        { "false", FlowExpression.Number(FlowExpression.FindField("srcport"), ComparisonOperator.Equal, 0.5m, whenMissing: false) },
        { "start in 2023-11-14T22:13:20.5Z..", FlowExpression.Time(FlowExpression.FindField("start"), ComparisonOperator.Greater, DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_499), whenMissing: false) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Conditions_become_simple(string expected, FlowExpression condition) =>
        Assert.Equal(expected, condition.Simplify().ToString());

    [Fact]
    public void Fields_that_the_format_lacks_are_decided()
    {
        var condition = FlowExpression.Any(Ssh, FlowExpression.Text(FlowExpression.FindField("VpcId"), ["x"], ignoreCase: false));
        Assert.Equal("dstport = 22", condition.Bind(FlowLogFormat.Default).Condition.ToString());
        Assert.Equal("dstport = 22 or vpc-id = \"x\"", condition.Bind(FlowLogFormat.Parse("dstport vpc-id")).Condition.ToString());
    }
}
