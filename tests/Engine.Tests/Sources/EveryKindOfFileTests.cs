using System.Net;
using System.Text;
using FlowLogs.Cloud;
using FlowLogs.Conditions;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Samples;
using FlowLogs.Tests.Aws;
using FlowLogs.Tests.Objects;
using FlowLogs.Tests.Samples;
using FlowLogs.Tests.Sandbox;

namespace FlowLogs.Tests.Sources;

/// <summary>The same flows as every kind of file, on disk and in the sandbox's S3, are the same records.</summary>
public sealed class EveryKindOfFileTests : AwsTestBase, IDisposable
{
    private const string Bucket = "every-kind";
    private readonly string _folder = Directory.CreateTempSubdirectory("flowlogs-").FullName;
    private readonly SandboxHost _sandbox = new();

    public void Dispose()
    {
        _sandbox.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task All_kinds_in_all_places_give_the_same(int seed)
    {
        var random = new Random(seed);
        var format = MakeFormat(random);
        var log = new SampleLog(new() { Seed = seed, Count = 3_000, Format = format });
        var lines = log.Lines.Select(static line => string.Join(' ', line.Values)).ToList();
        Assert.Equal(HttpStatusCode.OK, (await _sandbox.S3Async("PUT", $"/{Bucket}")).Status);
        using var objects = new CountedObjects(ObjectFaultTests.ConnectObjects(_sandbox.EndpointUrl));
        FlowReadOptions[] questions =
        [
            new() { Parts = MemorySource.Parts },
            new() { Parts = MemorySource.Parts, Condition = FlowExpression.NumberIn(format.Fields.First(static field => field.Type != FlowFieldType.Text), [new FlowNumberRange(0, 1_000)]) },
            new() { Parts = MemorySource.Parts, Condition = FlowExpression.Action("REJECT"), StartTime = FlowLogSampleOptions.DefaultDay.AddHours(6), EndTime = FlowLogSampleOptions.DefaultDay.AddHours(12) },
        ];

        foreach (var (name, contents) in FilesOf(log.Text, format, lines, random))
        {
            var path = Path.Combine(_folder, name);
            await File.WriteAllBytesAsync(path, contents);
            Assert.Equal(HttpStatusCode.OK, (await _sandbox.S3Async("PUT", $"/{Bucket}/{name}", contents)).Status);
            for (var i = 0; i < questions.Length; i++)
            {
                var expected = i == 0 ? lines : Text(SourceOf(log.Text, questions[i]));
                var before = objects.Gets;
                var there = await ReadAllAsync(FlowObjectReader.ReadAsync(objects, S3Uri.Parse($"s3://{Bucket}/{name}"), questions[i]));
                var here = await ReadAllAsync(FlowFileReader.ReadAsync([path], questions[i]));

                Assert.Equal(expected, Text(here));
                Assert.Equal(expected, Text(there));
                Assert.All(there, item => Assert.Equal(format.ToString(), item.Record!.Format.ToString()));
                Assert.InRange(objects.Gets - before, 1, 3);
            }
        }
    }

    // Any fields in any order, with a time among them.
    private static FlowLogFormat MakeFormat(Random random)
    {
        FlowField[] fields = [.. random.Next(3) switch
        {
            0 => FlowLogFormat.TransitGatewayDefault.Fields,
            _ => SampleFormats.UpTo(random.Next(2, SampleFormats.LastVersion + 1)).Fields,
        }];
        random.Shuffle(fields);
        var some = fields.Take(random.Next(4, fields.Length + 1)).Select(static field => field.Name);
        return FlowLogFormat.Parse(string.Join(' ', some.Union(["start", "packets", "srcaddr"])));
    }

    private static IEnumerable<(string Name, byte[] Contents)> FilesOf(string text, FlowLogFormat format, List<string> lines, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var cut = random.Next(1, lines.Count);
        yield return ("a.log", bytes);
        yield return ("a.log.gz", Compress.Gzip(bytes));
        yield return ("two-members.gz", [.. Compress.Gzip(bytes.AsSpan(0, bytes.Length / 2)), .. Compress.Gzip(bytes.AsSpan(bytes.Length / 2))]);
        yield return ("a.log.zst", Compress.Zstd(bytes));
        yield return ("a.parquet", ParquetBuilder.Of(format).AddLines(lines.Take(cut)).AddLines(lines.Skip(cut)).Build());
    }

    private static List<ReadItem> SourceOf(string text, FlowReadOptions options) => new MemorySource(Encoding.UTF8.GetBytes(text)).Read(options);

    private static List<string> Text(IEnumerable<ReadItem> items) => [.. items.Select(static item => item.Record?.ToString() ?? item.Problem!.Message)];

    private static async Task<List<ReadItem>> ReadAllAsync(IAsyncEnumerable<IReadOnlyList<ReadItem>> batches)
    {
        var items = new List<ReadItem>();
        await foreach (var batch in batches)
            items.AddRange(batch);
        return items;
    }
}
