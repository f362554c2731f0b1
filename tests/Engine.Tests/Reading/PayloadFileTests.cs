using System.Text;
using FlowLogs.Reading;
using static FlowLogs.Tests.Reading.PayloadTests;

namespace FlowLogs.Tests.Reading;

/// <summary>Whole files of payloads, which need not have a line feed anywhere.</summary>
public sealed class PayloadFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowlogs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_long_line_of_objects_is_read_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(static i => Payload(i * 2, (i * 2) + 1)));
        Assert.InRange(text.Length, 3_000_000, 10_000_000);
        Assert.Equal(Enumerable.Range(0, 20_000).Select(Line), Lines(await Read(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public async Task One_object_may_be_longer_than_any_line()
    {
        var numbers = Enumerable.Range(0, 12_000).ToArray();
        var text = $"\uFEFF \r\n{Line(1)}\n  {Payload(numbers)}\n{Line(2)}\n{Payload(numbers)}";
        var items = await Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal([Line(1), .. numbers.Select(Line), Line(2), .. numbers.Select(Line)], Lines(items));
    }

    [Fact]
    public async Task Long_data_may_stand_in_a_line_of_its_own()
    {
        // What hardly compresses, so that the data is longer than a block.
        var random = new Random(7);
        var numbers = Enumerable.Range(0, 60_000).Select(_ => random.Next(65_536)).ToArray();
        var data = Convert.ToBase64String(Gzip(Payload(numbers)));
        Assert.InRange(data.Length, 300_000, 10_000_000);
        var items = await Read(Encoding.UTF8.GetBytes($"{{\n \"Records\": [\n {{ \"kinesis\": {{\n\"data\":\n  \"{data}\"\n}} }} ]\n}}\n{Line(1)}\nbad\n"));
        Assert.Equal([.. numbers.Select(Line), Line(1)], Lines(items.Take(items.Count - 1)));
        Assert.Contains("line 9:", items[^1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_gzip_follow_each_other_as_Firehose_writes_them()
    {
        var items = await Read([.. Gzip(Payload(1)), .. Gzip(Payload(2, 3)), .. Gzip(Payload(4))]);
        Assert.Equal([Line(1), Line(2), Line(3), Line(4)], Lines(items));
        Assert.Equal(Line(2), items[1].Record!.ToString());
        Assert.Equal("network-logs", items[3].Record!.LogGroupName);
    }

    [Fact]
    public async Task Gzip_in_gzip()
    {
        byte[] inner = [.. Gzip(Payload(1)), .. Gzip(Payload(2))];
        Assert.Equal([Line(1), Line(2)], Lines(await Read(Gzip(inner))));
        Assert.Equal([Line(1)], Lines(await Read(Gzip(Gzip(Line(1) + "\n")))));

        var cut = Gzip(inner);
        Assert.Equal("InvalidGzip", (await Read(cut[..^9]))[^1].Problem!.ErrorId);
        var broken = Gzip(Line(1));
        broken[^5] ^= 1;
        Assert.Equal("InvalidGzip", (await Read(Gzip(broken)))[^1].Problem!.ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    public async Task Gzip_of_hardly_anything(string text)
    {
        Assert.Equal(text.Length, (await Read(Gzip(text))).Count(static item => item.Problem?.ErrorId == "FieldCount"));
    }

    [Theory]
    [InlineData("{x")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":\"")]
    public async Task A_long_line_that_only_begins_like_an_object_does_not_spoil_the_next(string start)
    {
        var items = await Read(Encoding.UTF8.GetBytes($"{Line(1)}\n{start}{new string('y', 1_000_000)}\n{Line(2)}\n"));
        Assert.Equal([Line(1), Line(2)], Lines(items.Where(static item => item.Problem is null)));
        Assert.InRange(items.Count, 3, 5);
    }

    [Fact]
    public async Task An_object_over_the_limit_is_given_up()
    {
        var options = new FlowReadOptions { MaxPayloadLength = 1_000_000 };
        var items = await Read(Encoding.UTF8.GetBytes($"{{\"message\":\"{new string('y', 3_000_000)}\"}}\n{Line(2)}"), options);
        Assert.Equal("PayloadTooLarge", items[0].Problem!.ErrorId);
        Assert.Equal(Line(2), items[^1].Record!.ToString());
        Assert.InRange(items.Count, 2, 3);
    }

    [SamplesTheory]
    [InlineData("synthetic/firehose-concatenated-members.gz", 4)]
    [InlineData("synthetic/firehose-decompressed-concatenated.json", 4)]
    [InlineData("synthetic/firehose-direct.json", 5)]
    [InlineData("synthetic/kinesis-records.json", -1)]
    [InlineData("synthetic/export-task/exportedlogs/11111111-2222-3333-4444-555555555555/eni-102010ab-all/000000.gz", 3)]
    [InlineData("otel/control_message.json", 0)]
    public async Task Samples_are_read_without_a_problem(string file, int count)
    {
        var items = await Read(new FlowReadOptions(), Path.Combine(TestData.SamplesFolder!, file));
        Assert.All(items, static item => Assert.Null(item.Problem));
        if (count >= 0)
            Assert.Equal(count, items.Count);
        else
            Assert.NotEmpty(items);
    }

    private static IEnumerable<string?> Lines(IEnumerable<ReadItem> items) =>
        items.Select(static item => item.Record?.ToString() ?? item.Problem!.Message);

    private Task<List<ReadItem>> Read(byte[] bytes, FlowReadOptions? options = null)
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllBytes(path, bytes);
        return Read(options ?? new FlowReadOptions(), path);
    }

    private static async Task<List<ReadItem>> Read(FlowReadOptions options, string path)
    {
        var items = new List<ReadItem>();
        await foreach (var batch in FlowFileReader.ReadAsync([path], options))
            items.AddRange(batch);
        return items;
    }
}
