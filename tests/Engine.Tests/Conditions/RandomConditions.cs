using System.Globalization;
using System.Text.RegularExpressions;
using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;

namespace FlowLogs.Tests.Conditions;

/// <summary>Makes conditions of every kind, repeatable by seed.</summary>
internal sealed class RandomConditions(Random random, FlowLogFormat format)
{
    private static readonly string[] Networks =
        ["10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/24", "10.0.0.1", "10.0.0.0/12", "10.16.0.0/13", "10.0.0.0/20", "10.0.0.0/9",
        "172.16.0.0/12", "0.0.0.0/0", "0.0.0.0/1", "192.168.0.0/16", "192.168.1.1/32", "::/0", "2001:db8::/32", "fe80::/10",
        "::1", "::ffff:10.0.0.0/104"];

    private static readonly string[] Globs =
        ["10.*", "10.0.*", "*.1", "10.?.0.1", "*", "?", "*.*", "*1*1", "eni-*", "ENI-*", "*0a1?", "a*b", "*ab", "R*T", "re*", "??",
        "-*", "*-", "172.16.*.1", "20*", "*[*", "(*", "k", "é*", "S3", "?3", "*\u212A", "a**b", "2?", "*:*"];

    private static readonly string[] Regexes = ["^10\\.", "REJECT", "^a.?b$", "\\d{3}", "(?i)eni-"];

    private readonly RandomLines _lines = new(random, isCanonical: false);

    public FlowExpression Next(int depth = 3) => random.Next(depth > 0 ? 8 : 4) switch
    {
        4 or 5 => FlowExpression.All(Several(depth)),
        6 => FlowExpression.Any(Several(depth)),
        7 => FlowExpression.Not(Next(depth - 1)),
        _ => Test(),
    };

    private FlowExpression[] Several(int depth) =>
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => Next(depth - 1))];

    private FlowExpression Test()
    {
        // Mostly fields of the format; and often the same ones, so that tests meet.
        var fields = format.Fields;
        var field = random.Next(8) == 0
            ? FlowFields.All[random.Next(FlowFields.All.Count)]
            : fields[random.Next(random.Next(2) == 0 ? Math.Min(4, fields.Count) : fields.Count)];
        var test = random.Next(12) switch
        {
            0 => FlowExpression.Missing(field),
            1 => Convention(),
            2 => FlowExpression.FromPattern(SlotPattern(field, out var whole), whole)!,
            _ when field.Type == FlowFieldType.Time && random.Next(2) == 0 => Time(field),
            _ when field.Type != FlowFieldType.Text && random.Next(3) > 0 => Number(field),
            _ when field.Name.EndsWith("addr", StringComparison.Ordinal) && random.Next(2) == 0 =>
                FlowExpression.InNetwork(field, SomeNetworks(), Flip()),
            _ => Text(field),
        };
        return Flip() ? test : FlowExpression.Not(test);
    }

    private FlowExpression Convention() => random.Next(7) switch
    {
        0 => FlowExpression.Action("reject"),
        1 => FlowExpression.LogStatus("OK", "noData"),
        2 => FlowExpression.Address(SomeNetworks()),
        3 => FlowExpression.Port(FlowNumberRange.Parse("22"), FlowNumberRange.Parse("1-1024")),
        4 => FlowExpression.Protocol("tcp", "17"),
        5 => FlowExpression.SrcAddr(SomeNetworks()),
        _ => FlowExpression.DstPort(ManyPorts()),
    };

    private FlowExpression Number(FlowField field)
    {
        var comparison = (ComparisonOperator)random.Next(6);
        var value = long.TryParse(_lines.Value(field), CultureInfo.InvariantCulture, out var number) ? number : 22;
        return random.Next(4) switch
        {
            0 => FlowExpression.Number(field, comparison, (double)value, Flip()),
            1 => FlowExpression.Number(field, comparison, value + 0.5m, Flip()),
            2 => FlowExpression.NumberIn(field, [new FlowNumberRange(value, value + random.Next(1000)), new FlowNumberRange(22, 22)], Flip()),
            _ => FlowExpression.Number(field, comparison, (decimal)value, Flip()),
        };
    }

    private FlowExpression Time(FlowField field)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 + random.Next(-3, 4)).AddTicks(random.Next(3) * 5000);
        return FlowExpression.Time(field, (ComparisonOperator)random.Next(6), time, Flip());
    }

    private FlowExpression Text(FlowField field) => random.Next(8) switch
    {
        0 => FlowExpression.Match(field, new Regex(Regexes[random.Next(Regexes.Length)], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)), Flip()),
        1 or 2 or 3 => FlowExpression.Like(field, Globs[random.Next(Globs.Length)], Flip(), Flip()),
        4 => FlowExpression.Text(field, [_lines.Value(field), _lines.Value(field), "x" + random.Next(100)], Flip(), Flip()),
        5 => FlowExpression.Text(field, Enumerable.Range(0, random.Next(80)).Select(_ => _lines.Value(field)), Flip(), Flip()),
        _ => FlowExpression.Text(field, [_lines.Value(field)], Flip(), Flip()),
    };

    // A pattern of one slot, for a field that is a format of its own.
    private FilterPattern SlotPattern(FlowField field, out FlowLogFormat whole)
    {
        whole = FlowLogFormat.Parse(field.Name);
        return FilterPattern.Parse($"[x {SlotComparison(random)}]");
    }

    public static string SlotComparison(Random random)
    {
        string[] choices =
            ["= 22", "!= 22", "> 21.5", "<= 1e3", "= \"22\"", "!= \"-\"", "= \"-\"", "= \"10.*\"", "!= \"*.1\"", "= \"*1*1\"",
            "= %^10%", "!= %[a-c]%", "= ACCEPT", "!= \"R*\"", "= *", "< -1", ">= 65536", "= \"a?b*\"", "= 1700000000", "= 0"];
        return choices[random.Next(choices.Length)];
    }

    private FlowNetwork[] SomeNetworks() => [.. Enumerable.Range(0, random.Next(1, random.Next(5) == 0 ? 60 : 4)).Select(SomeNetwork)];

    private FlowNetwork SomeNetwork(int i) =>
        FlowNetwork.Parse(i < 3 ? Networks[random.Next(Networks.Length)] : $"10.{random.Next(256)}.{random.Next(256)}.{i}");

    private FlowNumberRange[] ManyPorts() =>
        [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(1, 5000)).Select(static port => new FlowNumberRange(port, port))];

    private bool Flip() => random.Next(2) == 0;
}
