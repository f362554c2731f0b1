using System.Collections.Concurrent;
using System.Text;
using FlowLogs.Conditions;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Reading;

/// <summary>A file that several threads read in chunks has what one thread finds in it, whatever is in it and wherever it is cut.</summary>
public sealed class ChunkTests : IDisposable
{
    private static readonly string Header = string.Join(' ', FlowLogFormat.Default.Fields.Select(static field => field.Name));

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("plain")]
    [InlineData("returns")]
    [InlineData("bad lines")]
    [InlineData("a header again and again")]
    [InlineData("another header")]
    [InlineData("another header with as many fields")]
    [InlineData("JSON")]
    [InlineData("JSON that breaks off")]
    [InlineData("a line that never ends")]
    [InlineData("no data")]
    [InlineData("everything")]
    public void Chunks_have_what_the_whole_has(string contents)
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var random = new Random(seed);
            Write(contents, random);
            foreach (var condition in new[] { null, FlowExpression.DstPort(new FlowNumberRange(22, 443)) })
            {
                var options = new FlowReadOptions { Condition = condition, ChunkLength = random.Next(2_000, 40_000) };
                var expected = Read(options with { IsByOneThread = true });
                Assert.NotEmpty(expected);
                Assert.Equal(expected, Read(options));
                Assert.Equal(Records(expected), Collect(options));
            }
        }
    }

    [Fact]
    public void A_time_range_judges_records_without_a_start_in_chunks_too()
    {
        Write("no data", new Random(1));
        var options = new FlowReadOptions { StartTime = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), ChunkLength = 5_000 };
        var expected = Read(options with { IsByOneThread = true });
        Assert.Contains(expected, static item => item.Contains("NoStartField", StringComparison.Ordinal));
        Assert.Equal(expected, Read(options));
    }

    [Fact]
    public void The_counts_of_a_reading_are_those_of_one_thread()
    {
        Write("everything", new Random(3));
        var options = new FlowReadOptions { Condition = FlowExpression.DstPort(new FlowNumberRange(22, 22)), ChunkLength = 3_000 };
        Assert.Equal(Count(options with { IsByOneThread = true }), Count(options));

        (long, long, long, long) Count(FlowReadOptions one)
        {
            var tally = new ReadTally();
            Read(one with { Tally = tally });
            var summary = tally.ToSummary();
            return (summary.Events, summary.LinesSkipped, summary.NoData, summary.SkipData);
        }
    }

    private void Write(string contents, Random random)
    {
        using var file = new StreamWriter(_path, append: false, new UTF8Encoding(false)) { NewLine = contents == "returns" ? "\r\n" : "\n" };
        var isEverything = contents == "everything";
        if (contents.Contains("header", StringComparison.Ordinal))
            file.WriteLine(Header);
        for (var i = 0; i < 9_000; i++)
        {
            file.WriteLine(Line(random, i));
            var isRare = i > 4_000 && random.Next(1_500) == 0;
            var isOften = random.Next(20) == 0;
            if (isOften && (isEverything || contents == "bad lines"))
                file.WriteLine(BadLine(random));
            if (isOften && (isEverything || contents == "no data"))
                file.WriteLine(NoData(random));
            if (isOften && contents == "a header again and again")
                file.WriteLine(Header);
            if (isRare && (isEverything || contents == "another header"))
                file.Write("srcaddr dstport\n10.0.0.1 22\n10.0.0.2 23\n");
            if (isRare && (isEverything || contents == "another header with as many fields"))
                file.WriteLine(random.Next(2) == 0 ? Header : Header.Replace("srcport dstport", "dstport srcport", StringComparison.Ordinal));
            if (isOften && (isEverything || contents == "JSON"))
                file.WriteLine($"{{ \"message\":\n\"{Line(random, i)}\"\n}}");
            if (isRare && (isEverything || contents == "JSON that breaks off"))
                file.WriteLine(random.Next(2) == 0 ? "[\n{ \"message\":" : "{ \"a\": [1,\n2,");
            if (isRare && (isEverything || contents == "a line that never ends"))
                file.WriteLine(new string('x', random.Next(300_000)));
        }

        file.Write(Line(random, 1));
    }

    private static string Line(Random random, int i) =>
        $"2 123456789012 eni-{i:x} 10.0.{random.Next(256)}.{random.Next(256)} 10.1.0.1 {random.Next(65536)} {(random.Next(3) == 0 ? 22 : 443)} 6 {random.Next(1000)} {random.NextInt64(1L << 40)} {1_700_000_000 + i} {1_700_000_060 + i} ACCEPT OK";

    private static string NoData(Random random) => random.Next(3) switch
    {
        0 => "2 123456789012 eni-1 - - - - - - - 1700000000 1700000060 - NODATA",
        1 => "2 123456789012 eni-1 - - - - - - - 1700000000 1700000060 - SKIPDATA",
        _ => "2 123456789012 eni-1 - - - - - - - - - - NODATA",
    };

    private static string BadLine(Random random) => random.Next(9) switch
    {
        0 => "",
        1 => " \t ",
        2 => "2 123456789012 eni-1 10.0.0.1 10.1.0.1 1 22 6 1 4x 1700000000 1700000060 ACCEPT OK",
        3 => "2 123456789012 eni-1 10.0.0.1 10.1.0.1 1 99999999999 6 1 4 1700000000 1700000060 ACCEPT OK",
        4 => "2 123456789012 eni-1 10.0.0.1  10.1.0.1 1\t22 6 1 4 1700000000 1700000060 ACCEPT OK ",
        5 => "2 123456789012 eni-1",
        6 => "2 123456789012 eni-1 10.0.0.1 10.1.0.1 1 22 6 1 9223372036854775807 1700000000123 1700000060 ACCEPT OK",
        7 => "2015-08-12T13:47:43.000Z 2 123456789012 eni-1 10.0.0.1 10.1.0.1 1 22 6 1 4 1700000000 1700000060 ACCEPT OK",
        _ => "2 123456789012 eni-1 10.0.0.1 10.1.0.1 -1 022 6 1 0004 1700000000 1700000060 ACCEPT OK",
    };

    private List<string> Read(FlowReadOptions options) =>
        [.. SourceReader.Read(new FileSource(_path), options, default).SelectMany(static batch => batch).Select(Describe)];

    // What the sinks of all threads take, in some order; by one thread where the file asks for it.
    private List<string> Collect(FlowReadOptions options)
    {
        try
        {
            return CollectOnce(options);
        }
        catch (ChangedFormatException)
        {
            return CollectOnce(options with { IsByOneThread = true });
        }
    }

    private List<string> CollectOnce(FlowReadOptions options)
    {
        var taken = new ConcurrentBag<string>();
        var items = Read(options with { Sinks = new SinkPool(() => new Collector(taken)) });
        Assert.DoesNotContain(items, static item => item.StartsWith("record", StringComparison.Ordinal));
        return [.. taken.Order(StringComparer.Ordinal)];
    }

    private static List<string> Records(List<string> items) =>
        [.. items.Where(static item => item.StartsWith("record", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Describe(ReadItem item) => item.Record is { } record
        ? $"record {record} {record.Format}"
        : $"{item.Problem!.ErrorId} {item.Problem.Message}";

    private sealed class Collector(ConcurrentBag<string> taken) : LineSink
    {
        public override void Add(FlowLogFormat format, in LineRun run, ReadOnlySpan<ushort> chosen)
        {
            foreach (var line in chosen)
            {
                var texts = new List<string>();
                for (var i = 0; i < format.Fields.Count; i++)
                    texts.Add(Encoding.UTF8.GetString(run[line][i]));
                taken.Add($"record {string.Join(' ', texts)} {format}");
            }
        }
    }
}
