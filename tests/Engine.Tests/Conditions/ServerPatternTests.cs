using System.Text.RegularExpressions;
using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;

namespace FlowLogs.Tests.Conditions;

/// <summary>The patterns that are made for the default format. Slots that ask nothing are left out of the expectations.</summary>
public class ServerPatternTests
{
    private static readonly FlowExpression Ssh = FlowExpression.DstPort(FlowNumberRange.Parse("22"));
    private static readonly FlowExpression Reject = FlowExpression.Action("reject");

    public static TheoryData<string, FlowExpression> Exact => new()
    {
        { "dstport = 22", Ssh },
        { "dstport = 22; action = \"REJECT\"", FlowExpression.All(Ssh, Reject) },
        { "dstport = 22 || dstport = 3389", FlowExpression.DstPort(FlowNumberRange.Parse("22"), FlowNumberRange.Parse("3389")) },
        { "dstport >= 1 && dstport <= 1024", FlowExpression.DstPort(FlowNumberRange.Parse("1-1024")) },
        { "dstport >= 1024", FlowExpression.DstPort(FlowNumberRange.Parse("1024-65535")) },
        { "dstport = 22 || (dstport >= 80 && dstport <= 90)", FlowExpression.DstPort(FlowNumberRange.Parse("22"), FlowNumberRange.Parse("80-90")) },
        { "dstport != \"22\"", FlowExpression.Not(Ssh) },
        { "dstport != \"22\" && dstport != \"-\"", Number("DstPort", ComparisonOperator.NotEqual, 22) },
        { "bytes >= 1001", Number("Bytes", ComparisonOperator.Greater, 1000) },
        { "bytes <= 999 || bytes = \"-\"", FlowExpression.Not(Number("Bytes", ComparisonOperator.GreaterOrEqual, 1000)) },
        { "dstport >= 0", Number("DstPort", ComparisonOperator.GreaterOrEqual, 0) },
        { "protocol = 6 || protocol = 17", FlowExpression.Protocol("tcp", "udp") },
        { "start >= 1700000001", FlowExpression.Time(FlowExpression.FindField("Start"), ComparisonOperator.Greater, DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_500), whenMissing: false) },
        { "srcaddr = \"10.0.0.1\"", Addresses("10.0.0.1") },
        { "srcaddr = \"10.*\"", Addresses("10.0.0.0/8") },
        { "srcaddr = \"10.0.*\"", Addresses("10.0.0.0/16") },
        { "srcaddr = \"10.0.0.*\"", Addresses("10.0.0.0/24") },
        { "srcaddr = \"*.*\"", Addresses("0.0.0.0/0") },
        { "srcaddr = \"10.*\" || srcaddr = \"192.168.*\"", Addresses("10.0.0.0/8", "10.0.1.0/24", "192.168.0.0/16") },
        { "srcaddr != \"10.*\" && srcaddr != \"192.168.*\"", FlowExpression.Not(Addresses("10.0.0.0/8", "192.168.0.0/16")) },
        { "interface_id = \"eni-0a\"", FlowExpression.Text(FlowExpression.FindField("InterfaceId"), ["ENI-0A"], ignoreCase: true) },
        { "interface_id = \"eni-0*\"", FlowExpression.Like(FlowExpression.FindField("InterfaceId"), "ENI-0*", ignoreCase: true) },
        { "interface_id = %^.*0a$%", FlowExpression.Like(FlowExpression.FindField("InterfaceId"), "*0a", ignoreCase: false) },
        { "log_status != \"OK\" && log_status != \"-\"", FlowExpression.All(FlowExpression.Not(FlowExpression.LogStatus("OK")), FlowExpression.Not(FlowExpression.Missing(FlowExpression.FindField("LogStatus")))) },
        { "srcaddr = \"-\"", FlowExpression.Missing(FlowExpression.FindField("SrcAddr")) },
        { "", FlowExpression.True },
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public void Conditions_that_a_pattern_says(string expected, FlowExpression condition)
    {
        var written = ServerPattern.Write(condition, FlowLogFormat.Default);
        Assert.Equal(expected, Asked(written.Pattern));
        Assert.Empty(written.Reasons);
        Assert.True(written.IsExact);
    }

    public static TheoryData<string, string, FlowExpression> Wider => new()
    {
        { "", "'or' between conditions on different fields", FlowExpression.Port(FlowNumberRange.Parse("22")) },
        { "dstport = 22", "'or' between conditions on different fields", FlowExpression.All(Ssh, FlowExpression.Any(Reject, Addresses("10.0.0.1"))) },
        { "srcport = 1 || srcport = 3", "'or' between conditions on different fields", FlowExpression.Any(
            FlowExpression.All(Reject, FlowExpression.SrcPort(FlowNumberRange.Parse("1"))),
            FlowExpression.All(Ssh, FlowExpression.SrcPort(FlowNumberRange.Parse("3")))) },
        { "srcaddr = \"10.*\"", "10.0.0.0/12 does not end on an octet boundary", Addresses("10.0.0.0/12") },
        { "srcaddr = \"*:*\"", "IPv6", Addresses("2001:db8::/32") },
        { "", "10.0.0.0/12 does not end on an octet boundary", FlowExpression.Not(Addresses("10.0.0.0/12")) },
        { "srcaddr != \"10.*\"", "IPv6", FlowExpression.Not(Addresses("10.0.0.0/8", "fe80::/10")) },
        { "", "regular expression of .NET", FlowExpression.Match(FlowExpression.FindField("Action"), new Regex("REJ", RegexOptions.None, TimeSpan.FromSeconds(1))) },
        { "account_id = %^.*1$%; interface_id = %^.*2$%; srcaddr = \"*3*\"", "regular expression", FlowExpression.All(
            FlowExpression.Like(FlowExpression.FindField("AccountId"), "*1", ignoreCase: false),
            FlowExpression.Like(FlowExpression.FindField("InterfaceId"), "*2", ignoreCase: false),
            FlowExpression.Like(FlowExpression.FindField("SrcAddr"), "*3", ignoreCase: false)) },
        { "interface_id = \"x*\"", "1,024 characters", FlowExpression.Text(FlowExpression.FindField("InterfaceId"), Enumerable.Range(0, 100).Select(static i => $"x{i}"), ignoreCase: false) },
        { "dstport >= 1 && dstport <= 199", "1,024 characters", FlowExpression.DstPort(Enumerable.Range(0, 100).Select(static i => new FlowNumberRange((2 * i) + 1, (2 * i) + 1))) },
        { "srcaddr = \"10.0.*\"", "1,024 characters", Addresses([.. Enumerable.Range(0, 100).Select(static i => $"10.0.{i}.1")]) },
        { "<none>", "the format lacks vpc-id", FlowExpression.Text(FlowExpression.FindField("VpcId"), ["vpc-1"], ignoreCase: false) },
        { "<none>", "No record meets", FlowExpression.All(Ssh, FlowExpression.DstPort(FlowNumberRange.Parse("23"))) },
    };

    [Theory]
    [MemberData(nameof(Wider))]
    public void Conditions_that_a_pattern_cannot_say(string nearest, string reason, FlowExpression condition)
    {
        var written = ServerPattern.Write(condition, FlowLogFormat.Default);
        Assert.Equal(nearest, Asked(written.Pattern));
        Assert.Contains(reason, Assert.Single(written.Reasons), StringComparison.Ordinal);
        Assert.False(written.IsExact);
    }

    public static TheoryData<string, string?, FlowExpression> PushedDown => new()
    {
        { "dstport = 22", null, Ssh },
        { "dstport <= 21 || dstport >= 23 || dstport = \"-\"", null, FlowExpression.Not(Ssh) },
        { "action = %^[Rr][Ee][Jj][Ee][Cc][Tt]$%", null, Reject },
        { "action = \"REJECT\"", null, FlowExpression.Text(FlowExpression.FindField("Action"), ["REJECT"], ignoreCase: false) },
        { "srcaddr = \"10.0.0.1\"", null, Addresses("10.0.0.1") },
        { "srcaddr = \"10.*\"", "srcaddr in 10.0.0.0/8", Addresses("10.0.0.0/8") },
        { "srcaddr = \"172.16.*\" || srcaddr = \"172.17.*\" || srcaddr = \"172.18.*\" || srcaddr = \"172.19.*\"", "srcaddr in 172.16.0.0/14", Addresses("172.16.0.0/14") },
        { "srcaddr = \"172.*\"", "srcaddr in 172.0.0.0/11", Addresses("172.16.0.0/11") },
        { "<none>", "(srcaddr not in 10.0.0.0/8 or srcaddr missing)", FlowExpression.Not(Addresses("10.0.0.0/8")) },
        { "srcaddr = \"*1*\"", "srcaddr like \"*1\"", FlowExpression.Like(FlowExpression.FindField("SrcAddr"), "*1", ignoreCase: false) },
        { "(start >= 1700000000 && start <= 99999999999) || start >= 1700000000000", null, FlowExpression.Time(FlowExpression.FindField("Start"), ComparisonOperator.GreaterOrEqual, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), whenMissing: false) },
        { "<none>", null, FlowExpression.True },
        { "<none>", "false", FlowExpression.False },
    };

    [Theory]
    [MemberData(nameof(PushedDown))]
    public void Patterns_that_are_safe_for_any_spelling(string expected, string? remainder, FlowExpression condition)
    {
        var server = ServerPattern.From(condition, FlowLogFormat.Default);
        Assert.Equal(expected, Asked(server.Pattern));
        Assert.Equal(remainder, server.Remainder?.ToString());
    }

    [Fact]
    public void All_fields_have_slots_where_that_is_short_enough()
    {
        Assert.Equal(
            "[version, account_id, interface_id, srcaddr, dstaddr, srcport, dstport = 22, protocol, packets, bytes, start, end, action, log_status]",
            ServerPattern.Write(Ssh, FlowLogFormat.Default).Pattern!.Text);

        var all = FlowLogFormat.Parse(string.Join(' ', FlowFields.All.Select(static field => field.Name)));
        Assert.Equal(
            "[version, account_id, interface_id, srcaddr, dstaddr, srcport, dstport = 22, ...]",
            ServerPattern.Write(Ssh, all).Pattern!.Text);
        Assert.Equal("[...]", ServerPattern.Write(FlowExpression.True, all).Pattern!.Text);
    }

    [Fact]
    public void Slots_get_short_names_before_anything_is_left_out_but_not_where_people_read_them()
    {
        // Two conditions at the ends of all fields, and one of many parts in the middle.
        var all = FlowLogFormat.Parse(string.Join(' ', FlowFields.All.Select(static field => field.Name)));
        var condition = FlowExpression.All(
            Ssh,
            FlowExpression.NumberIn(FlowExpression.FindField("packets-lost-ttl-expired"), Enumerable.Range(0, 50).Select(static i => new FlowNumberRange(i * 2, i * 2))));
        var pushed = ServerPattern.From(condition, all);
        Assert.Null(pushed.Remainder);
        Assert.Contains("f7 = 22", pushed.Pattern!.Text, StringComparison.Ordinal);
        Assert.False(ServerPattern.Write(condition, all).IsExact);
    }

    private static string Asked(FilterPattern? pattern) => pattern is null
        ? "<none>"
        : string.Join("; ", pattern.Text[1..^1].Split(", ").Where(static slot => slot.Contains(' ', StringComparison.Ordinal)));

    private static FlowExpression Addresses(params string[] networks) => FlowExpression.SrcAddr(networks.Select(FlowNetwork.Parse));

    private static FlowExpression Number(string field, ComparisonOperator comparison, decimal value) =>
        FlowExpression.Number(FlowExpression.FindField(field), comparison, value, whenMissing: false);
}
