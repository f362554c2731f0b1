using System.IO.Compression;
using System.Text;
using FlowLogs.Reading;

namespace FlowLogs.Tests.Reading;

public sealed class FlowFileReaderTests : IDisposable
{
    private const string Line = "2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK";
    private readonly string _folder = Directory.CreateTempSubdirectory("flowlogs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Text_with_every_kind_of_line_end_blank_and_mark()
    {
        var items = await ReadText($"\uFEFF{Line}\r\n\r\n  {Line}  \r\n\t\n{Line.Replace(' ', '\t')}\n{Line.Replace(" ", "  ", StringComparison.Ordinal)}");
        Assert.Equal([Line, Line, Line, Line], items.Select(static i => i.Record?.ToString()));
    }

    [Fact]
    public async Task A_header_gives_the_format_also_in_the_middle()
    {
        var items = await ReadText($"srcaddr dstport brand-new\n10.0.0.1 22 x\nversion srcaddr\n5 10.0.0.2\n");
        Assert.Equal(2, items.Count);
        Assert.Equal(22, items[0].Record!.DstPort);
        Assert.Equal("x", Assert.Single(items[0].Record!.GetUnknownFields()).Value);
        Assert.Equal(5, items[1].Record!.Version);
        Assert.Null(items[1].Record!.DstPort);
    }

    [Fact]
    public async Task A_bad_line_is_named_and_the_rest_goes_on()
    {
        var bad = Line.Replace(" 80 ", " x80 ", StringComparison.Ordinal);
        var items = await ReadText($"{Line}\n{bad}\n{Line}\n");
        Assert.Equal(3, items.Count);
        var problem = Assert.IsType<FlowLogs.Scanning.FlowLineException>(items[1].Problem);
        Assert.Equal("BadInteger", problem.ErrorId);
        Assert.Equal(2, problem.LineNumber);
        Assert.Equal("srcport", problem.FieldName);
        Assert.Equal(bad, problem.Line);
        Assert.Contains("x80", problem.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder, "a.log"), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_lines_past_a_hundred_are_counted()
    {
        var items = await ReadText(string.Concat(Enumerable.Repeat(Line.Replace(" 80 ", " x ", StringComparison.Ordinal) + "\n", 250)) + Line);
        Assert.Equal(100, items.Count(static i => i.Problem?.ErrorId == "BadInteger"));
        Assert.Single(items, static i => i.Record is not null);
        Assert.Equal("MoreBadLines", items[^1].Problem!.ErrorId);
        Assert.Contains("150", items[^1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_a_problem_of_its_own()
    {
        var items = await ReadText($"{Line}\n{new string('9', 70_000)}\n{new string('8', 1_000_000)}\n{Line}\n");
        Assert.Equal([null, "LineTooLong", "LineTooLong", null], items.Select(static i => i.Problem?.ErrorId));
    }

    [Fact]
    public async Task Line_numbers_go_on_over_blocks()
    {
        var text = string.Concat(Enumerable.Repeat(Line + "\n", 20_000)) + "bogus\n";
        var items = await ReadText(text);
        Assert.Equal(20_001, items.Count);
        Assert.Contains("line 20001:", items[^1].Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.gz")]
    [InlineData("named-like-text.log")]
    public async Task Gzip_of_several_members(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, [.. Gzip(Line + "\n"), .. Gzip(Line + "\n" + Line)]);
        Assert.Equal(3, (await Read(path)).Count(static i => i.Record is not null));
    }

    [Fact]
    public async Task A_truncated_gzip_gives_what_it_has_and_an_error()
    {
        var path = Path.Combine(_folder, "cut.log.gz");
        var text = new StringBuilder();
        for (var i = 0; i < 50_000; i++)
            text.Append(Line.Replace("54033", (i * 7919 % 65536).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append('\n');
        var whole = Gzip(text.ToString());
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);

        var items = await Read(path);
        Assert.InRange(items.Count(static i => i.Record is not null), 1000, 49_000);
        Assert.Equal("InvalidGzip", items[^1].Problem!.ErrorId);
    }

    [Fact]
    public async Task A_gzip_cut_between_or_inside_its_members_is_noticed()
    {
        var path = Path.Combine(_folder, "members.gz");
        byte[] first = Gzip(Line + "\n");
        byte[] second = Gzip(Line + "\n" + Line + "\n");
        byte[] whole = [.. first, .. second];
        for (var length = 2; length <= whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var items = await Read(path);
            var complete = length == first.Length || length == whole.Length;
            Assert.Equal(!complete, items.Any(static i => i.Problem?.ErrorId == "InvalidGzip"));
        }
    }

    [Fact]
    public async Task A_missing_file_does_not_stop_the_next()
    {
        var there = Path.Combine(_folder, "there.log");
        File.WriteAllText(there, Line);
        var items = await Read(Path.Combine(_folder, "missing.log"), there);
        Assert.Equal("PathNotFound", items[0].Problem!.ErrorId);
        Assert.NotNull(items[1].Record);
    }

    [Fact]
    public async Task Times_choose_by_start_inclusive()
    {
        var path = Path.Combine(_folder, "times.log");
        File.WriteAllText(path, "start srcaddr\n100 a\n200 b\n300 c\n- d\n");
        var items = await Read(new FlowReadOptions
        {
            StartTime = DateTimeOffset.FromUnixTimeSeconds(200),
            EndTime = DateTimeOffset.FromUnixTimeSeconds(300),
        }, path);
        Assert.Equal(["b", "c"], items.Where(static i => i.Record is not null).Select(static i => i.Record!.SrcAddr));
        Assert.Equal("NoStartField", Assert.Single(items, static i => i.Problem is not null).Problem!.ErrorId);
    }

    [Fact]
    public async Task Reading_ends_when_it_is_cancelled_also_where_no_record_is_wanted()
    {
        var path = Path.Combine(_folder, "unwanted.log");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat(Line + "\n", 20_000)));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var options = new FlowReadOptions { Condition = FlowLogs.Conditions.FlowExpression.False };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in FlowFileReader.ReadAsync([path], options, stop.Token))
                Assert.Fail("No record is wanted.");
        });
    }

    [SamplesTheory]
    [MemberData(nameof(SampleFiles))]
    public async Task Samples_round_trip(string file)
    {
        var path = Path.Combine(TestData.SamplesFolder!, file);
        var items = await Read(path);
        var lines = File.ReadAllLines(path)
            .Select(static line => string.Join(' ', line.TrimStart('\uFEFF').Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            .Where(static line => line.Length > 0)
            .ToList();

        // Every line is a header, a record that gives it back, or reported, by itself or in a number.
        var (bad, more) = ExpectedProblems.GetValueOrDefault(file, (0, 0));
        var told = items.Where(static item => item.Problem?.ErrorId != "MoreFieldCount").ToList();
        var expected = lines.Where(static line => !line.Split(' ').Any(static word => word is "srcaddr" or "tgw-id"));
        Assert.Equal(
            more == 0 ? expected : expected.Take(told.Count),
            told.Select(static item => item.Record?.ToString() ?? ((FlowLogs.Scanning.FlowLineException)item.Problem!).Line));
        Assert.Equal(bad, told.Count(static item => item.Problem is not null));
        Assert.Equal(expected.Count(), told.Count + more);
        if (more > 0)
            Assert.Contains($" {more} more lines", items[^1].Problem!.Message, StringComparison.Ordinal);
    }

    // Lines that are wrong on purpose, or need a format that the file does not name: told of, and counted.
    private static readonly Dictionary<string, (int Told, int Counted)> ExpectedProblems = new()
    {
        ["aws-docs/custom-nat-gateway.log"] = (2, 0),
        ["flowlogs-reader/test-main.log"] = (1, 4),
        ["flowlogs-reader/v5.log"] = (1, 0),
        ["otel/vpc_flow_log_too_few_fields.log"] = (1, 0),
        ["otel/vpc_flow_log_too_many_fields.log"] = (1, 0),
    };

    public static TheoryData<string> SampleFiles()
    {
        var data = new TheoryData<string>();
        if (TestData.SamplesFolder is { } root)
        {
            foreach (var file in Directory.EnumerateFiles(root, "*.log", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                data.Add(Path.GetRelativePath(root, file).Replace('\\', '/'));
        }
        else
        {
            data.Add("-");
        }

        return data;
    }

    private static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return memory.ToArray();
    }

    private Task<List<ReadItem>> ReadText(string text)
    {
        var path = Path.Combine(_folder, "a.log");
        File.WriteAllText(path, text);
        return Read(path);
    }

    private static Task<List<ReadItem>> Read(params string[] paths) => Read(new FlowReadOptions(), paths);

    private static async Task<List<ReadItem>> Read(FlowReadOptions options, params string[] paths)
    {
        var items = new List<ReadItem>();
        await foreach (var batch in FlowFileReader.ReadAsync(paths, options))
            items.AddRange(batch);
        return items;
    }
}
