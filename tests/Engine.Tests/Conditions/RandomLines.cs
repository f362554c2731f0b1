using System.Globalization;
using FlowLogs.Conditions.Patterns;
using FlowLogs.Records;

namespace FlowLogs.Tests.Conditions;

/// <summary>Makes formats and lines that can be read as records, repeatable by seed.</summary>
internal sealed class RandomLines(Random random, bool isCanonical)
{
    private static readonly string[] Numbers =
        ["0", "1", "6", "17", "21", "22", "23", "80", "443", "1023", "1024", "1025", "3389", "49152", "65535"];

    private static readonly string[] OddNumbers = ["022", "0000", "-0", "-5", "65536", "99999", "2147483647", "-2147483648"];

    private static readonly string[] Addresses =
        ["10.0.0.1", "10.0.0.10", "10.0.0.100", "10.0.1.1", "10.1.2.3", "10.16.0.1", "10.111.111.111", "1.10.0.0",
        "172.16.0.1", "172.31.255.255", "172.32.0.0", "192.168.1.1", "192.168.10.1", "0.0.0.0", "255.255.255.255",
        "2001:db8::1", "2001:db8:1::", "fe80::1", "::1"];

    private static readonly string[] OddAddresses =
        ["010.0.0.1", "10.0.0", "10.0.0.256", "10.0.0.1.5", "10.0", "10.x", "localhost", "2001:DB8::1", "2001:db8:0:0:0:0:0:1",
        "2001:0db8::0001", "::ffff:10.0.0.1", "::FFFF:a00:1", "fe80::1%eth0", "1::2::3", "10.0.0.1/8", "10.*"];

    private static readonly string[] Texts =
        ["a", "b", "ab", "abab", "eni-0a1b", "eni-0a1c", "vpc-1", "us-east-1", "use1-az1", "S3", "unknown", "a.b", "x-y_z"];

    private static readonly string[] OddTexts =
        ["AB", "aB", "Eni-0A1B", "a*b", "a?b", "a%b", "a\"b", "a\\b", "x]", "é", "É", "\u017F3", "\u212A", "K", "k", "\U0001F600",
        "\u0410", "\u0430", "$%^", "(a)", "a|b", "--", "-a", "'"];

    // Also those that AWS never writes but somebody may.
    private static readonly Dictionary<FlowFieldId, (string[] Usual, string[] Odd)> Words = new()
    {
        [FlowFieldId.Action] = (["ACCEPT", "REJECT"], ["accept", "Reject", "REJECTED", "rejec\u0165"]),
        [FlowFieldId.LogStatus] = (["OK", "NODATA", "SKIPDATA"], ["ok", "NoData", "O\u212A"]),
        [FlowFieldId.Type] = (["IPv4", "IPv6", "EFA"], ["ipv4", "IPV6"]),
        [FlowFieldId.FlowDirection] = (["ingress", "egress"], ["Ingress", "EGRE\u017Fs"]),
        [FlowFieldId.InterfaceId] = (["eni-1235b8ca", "eni-1235b8ff", "eni-ff"], ["ENI-1235B8CA", "-"]),
    };

    private static readonly FlowFieldId[] AddressFields =
        [FlowFieldId.SrcAddr, FlowFieldId.DstAddr, FlowFieldId.PktSrcAddr, FlowFieldId.PktDstAddr];

    public static IReadOnlyList<string> AllAddresses { get; } = [.. Addresses, .. OddAddresses];

    public static IReadOnlyList<string> AllTexts { get; } = [.. Texts, .. OddTexts];

    public FlowLogFormat Format()
    {
        if (random.Next(3) == 0)
            return FlowLogFormat.Default;
        var names = FlowFields.All.Select(static field => field.Name).Append("my-field").Append("other").ToArray();
        random.Shuffle(names);
        // Long formats leave little room in a pattern.
        var count = random.Next(4) == 0 ? names.Length : random.Next(1, 16);
        var liked = FlowFields.All.Take(14).Select(static field => field.Name).ToArray();
        random.Shuffle(liked);
        return FlowLogFormat.Parse(string.Join(' ', liked.Take(random.Next(8)).Concat(names.Take(count)).Distinct()));
    }

    public string Line(FlowLogFormat format)
    {
        var isNoData = random.Next(8) == 0;
        return string.Join(' ', format.Fields.Select(field => Value(field, isNoData)));
    }

    public string Value(FlowField field) => Value(field, isNoData: false);

    private string Value(FlowField field, bool isNoData)
    {
        if (random.Next(isNoData ? 2 : 12) == 0)
            return "-";
        if (field.Type == FlowFieldType.Time)
            return Time();
        if (field.Type != FlowFieldType.Text)
            return Number(field);
        if (field.Id is { } id && Words.TryGetValue(id, out var words))
            return Pick(words.Usual, words.Odd);
        if (field.Id is { } other && AddressFields.Contains(other))
            return Pick(Addresses, OddAddresses);
        var text = Pick(Texts, OddTexts);
        return isCanonical ? AwsVocabulary.InItsCase(field, text) ?? text : text;
    }

    private string Number(FlowField field)
    {
        if (field.Type == FlowFieldType.Int64 && random.Next(4) == 0)
            return isCanonical ? "9007199254740993" : "-9223372036854775808";
        if (isCanonical && field.Id == FlowFieldId.Protocol)
            return Numbers[random.Next(5)];
        return Pick(Numbers, OddNumbers);
    }

    private string Time() => (random.Next(isCanonical ? 1 : 4), 1_700_000_000L + random.Next(-3, 4)) switch
    {
        (0 or 1, var seconds) => seconds.ToString(CultureInfo.InvariantCulture),
        (2, var seconds) => ((seconds * 1000) + random.Next(-1, 2)).ToString(CultureInfo.InvariantCulture),
        _ => Pick(["99999999999", "100000000000", "0", "-1", "01700000000"], ["253402300799999", "-62135596800"]),
    };

    private string Pick(string[] usual, string[] odd) =>
        isCanonical || random.Next(3) > 0 ? usual[random.Next(usual.Length)] : odd[random.Next(odd.Length)];
}
