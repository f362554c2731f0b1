using System.Globalization;
using System.Text;
using FlowLogs.Cloud;
using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;
using FlowLogs.Tests.Filtering;

namespace FlowLogs.Tests.Reading;

/// <summary>Lines that are read by runs give what each gives by itself, whatever stands between them.</summary>
public class LineRunTests
{
    private static readonly string[] Plain =
    [
        "2 123456789010 eni-1235b8ca 10.0.0.5 10.0.0.220 49152 22 6 1 40 1418530010 1418530070 REJECT OK",
        "2 123456789010 eni-1235b8ca123456789 172.31.16.139 2001:db8::1 20641 443 17 20 4249 1418530500 1418530560 ACCEPT OK",
        "2 123456789010 eni-1235b8ca 10.0.0.5 10.0.0.220 0 0 1 1 40 1418531010 1418531070 reject OK",
    ];

    private static readonly string[] Other =
    [
        "2 123456789010 eni-1235b8ca - - - - - - - 1431280876 1431280934 - NODATA",
        "2 123456789010 eni-1235b8ca - - - - - - - 1431280876 1431280934 - SKIPDATA",
        "2 123456789010 eni-1 10.0.0.5 10.0.0.220 49152 00022 6 1 40 1418530010 1418530070 REJECT OK",
        "2 123456789010 eni-1 10.0.0.5 10.0.0.220 49152 22 -6 1 000000000000000000040 1418530010 1418530070 REJECT SKIPDATA",
        "2 123456789010 eni-1 10.0.0.5 10.0.0.220 49152 22x 6 1 40 1418530010 1418530070 REJECT OK",
        "2 123456789010 eni-1 10.0.0.5 10.0.0.220 49152 22 6 1 40 99999999999999999999 1418530070 REJECT OK",
        "2 123456789010 eni-1 10.0.0.5 10.0.0.220 49152 22 6 1 40 1418530010 - REJECT OK",
        "2 123456789010 eni-1 10.0.0.5 10.0.0.220 49152 22 6 1 40 - 1418530070 REJECT OK",
        "2 123456789010 eni-1 10.0.0.5 10.0.0.220 49152 22 6 1 40 1418530010 1418530070 REJECT OK\r",
        " 2 123456789010 eni-1 10.0.0.5  10.0.0.220\t49152 22 6 1 40 1418530010 1418530070 REJECT OK ",
        "2 123456789010 eni-ü \"10.0.0.5 10.0.0.220 49152 22 6 1 40 1418530010 1418530070 REJECT OK",
        "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
        "srcport dstport action",
        "49152 22 REJECT",
        "22 49152 ACCEPT",
        "-1 22 REJECT",
        "2 3",
        "x",
        "",
    ];

    [Fact]
    public void Whatever_is_wanted_the_same_comes_of_runs()
    {
        var random = FuzzSettings.Start();
        var (records, problems) = (0, 0);
        for (var i = 0; i < FuzzSettings.Cases(400); i++)
        {
            // From lines that all are plain to hardly any.
            var share = random.NextDouble() * random.NextDouble();
            var lines = Enumerable.Range(0, random.Next(1, 1500)).Select(_ => Line(random, share)).ToList();
            var options = Options(random);
            var expected = OneByOne(lines, options, out var expectedTally);
            var actual = new List<ReadItem>();
            var tally = new ReadTally();
            var reader = new LineReader("source", options with { Tally = tally });
            reader.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines) + (random.Next(2) == 0 ? "\n" : "")), actual);
            reader.Finish(actual);
            Assert.Equal(Describe(expected), Describe(actual));
            Assert.Equal(Counts(expectedTally), Counts(tally));
            records += actual.Count(static item => item.Record is not null);
            problems += actual.Count(static item => item.Problem is not null);
        }

        Assert.InRange(records, 10_000, int.MaxValue);
        Assert.InRange(problems, 1_000, int.MaxValue);
    }

    [Fact]
    public void Many_events_give_what_each_of_them_gives()
    {
        var random = FuzzSettings.Start();
        for (var i = 0; i < FuzzSettings.Cases(200); i++)
        {
            var share = random.NextDouble() * random.NextDouble();
            var events = Enumerable.Range(0, random.Next(1, 700)).Select(number => new CloudLogEvent(
                Message(random, share), number, -number, $"stream-{random.Next(3)}", $"{number:D56}")).ToList();
            var options = Options(random) with { Tally = new ReadTally() };
            var expected = new List<ReadItem>();
            var reader = new LineReader("group", options);
            foreach (var e in events)
                reader.ReadEvent(e.MessageUtf8.Span, new RecordOrigin("group", e), expected);
            reader.Finish(expected);

            var again = options with { Tally = new ReadTally() };
            var actual = new List<ReadItem>();
            reader = new LineReader("group", again);
            var middle = random.Next(events.Count + 1);
            var page = LogEventPage.Of(events);
            reader.ReadEvents("group", page, 0, middle, actual);
            reader.ReadEvents("group", page, middle, page.Count, actual);
            reader.Finish(actual);
            Assert.Equal(Describe(expected), Describe(actual));
            Assert.Equal(expected.Select(static item => item.Record?.Origin), actual.Select(static item => item.Record?.Origin));
            Assert.Equal(Counts(options.Tally!), Counts(again.Tally!));
        }
    }

    private static string Line(Random random, double share) =>
        random.NextDouble() < share ? Other[random.Next(Other.Length)] : Plain[random.Next(Plain.Length)];

    private static string Message(Random random, double share) => random.NextDouble() >= share ? Line(random, 0) : random.Next(6) switch
    {
        0 => $"{Line(random, 0.5)}\n{Line(random, 0.5)}\n",
        1 => $$"""{"message":"{{Plain[0]}}"}""",
        2 => "{\"other\":1}",
        3 => Plain[0] + new string(' ', 20_000) + "1",
        _ => Line(random, 1),
    };

    private static FlowReadOptions Options(Random random) => new()
    {
        Condition = random.Next(8) switch
        {
            0 => null,
            1 => FlowExpression.DstPort([new FlowNumberRange(22, 22)]),
            2 => FlowExpression.DstPort([new FlowNumberRange(0, 0)]),
            3 => FlowExpression.All(FlowExpression.DstPort([new FlowNumberRange(20, 500)]), FlowExpression.Action("REJECT")),
            4 => FlowExpression.Not(FlowExpression.Action("REJECT")),
            5 => FlowExpression.SrcAddr(FlowNetwork.Parse("10.0.0.0/8")),
            6 => FlowExpression.Any(FlowExpression.DstPort([new FlowNumberRange(443, 443)]), FlowExpression.Text(FlowExpression.FindField("log-status"), ["SKIPDATA"], ignoreCase: false)),
            _ => FlowExpression.False,
        },
        FilterPattern = random.Next(4) == 0 ? FilterPattern.Parse("[v, a, e, s, d, sp, dp = 22, ...]") : null,
        StartTime = random.Next(4) == 0 ? DateTimeOffset.FromUnixTimeSeconds(1418530400) : null,
    };

    // Each line by the code that is for doubtful ones.
    private static List<ReadItem> OneByOne(List<string> lines, FlowReadOptions options, out ReadTally tally)
    {
        tally = new ReadTally();
        var items = new List<ReadItem>();
        var reader = new RecordReader("source", options with { Tally = tally });
        for (var i = 0; i < lines.Count; i++)
        {
            var line = LineScanner.Trim(Encoding.UTF8.GetBytes(lines[i]));
            if (!line.IsEmpty)
                reader.ReadAny(line, i + 1, RecordOrigin.None, items);
        }

        reader.Finish(items);
        return items;
    }

    private static IEnumerable<string> Describe(List<ReadItem> items) =>
        items.Select(static item => item.Record is { } record ? $"{record.Format.Fields.Count}: {record}" : item.Problem!.Message);

    private static string Counts(ReadTally tally)
    {
        var summary = tally.ToSummary();
        return string.Create(CultureInfo.InvariantCulture, $"{summary.Events} {summary.LinesSkipped} {summary.NoData} {summary.SkipData}");
    }
}
