using System.Globalization;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using FlowLogs.Cloud;
using FlowLogs.Conditions;
using FlowLogs.Reading;
using FlowLogs.Tests.Objects;
using FlowLogs.Tests.Samples;
using FlowLogs.Tests.Sources;

namespace FlowLogs.Tests.Aws;

/// <summary>Both layouts, read from an S3 that others wrote.</summary>
public sealed class MotoObjectTests(MotoServer moto) : AwsTestBase, IClassFixture<MotoServer>
{
    private const string Header = "version account-id start end bytes action\n";
    private static readonly DateTimeOffset Day = new(DateTime.UtcNow.Date.AddDays(-1), TimeSpan.Zero);

    [MotoFact]
    public async Task Both_layouts_are_read_and_only_the_time_that_is_wanted()
    {
        using var s3 = NewClient();
        await s3.PutBucketAsync("layouts");
        var wanted = new List<long>();
        var (from, to) = (Day.AddHours(5), Day.AddHours(6));
        foreach (var (region, folders) in new[]
        {
            ("AWSLogs/123456789012/vpcflowlogs/eu-west-1/", "yyyy/MM/dd/"),
            ("AWSLogs/123456789012/vpcflowlogs/us-east-1/", "yyyy/MM/dd/HH/"),
            ("logs/AWSLogs/aws-account-id=047615872826/aws-service=vpcflowlogs/aws-region=eu-west-1/", "'year='yyyy'/month='MM'/day='dd'/hour='HH/"),
        })
        {
            for (var slot = Day; slot < Day.AddDays(1); slot += TimeSpan.FromMinutes(30))
            {
                var start = slot.AddMinutes(1);
                var bytes = start.ToUnixTimeSeconds();
                if (start >= from && start <= to)
                    wanted.Add(bytes);
                var line = $"2 123456789012 {start.ToUnixTimeSeconds()} {start.ToUnixTimeSeconds() + 60} {bytes} ACCEPT\n";
                await PutAsync(s3, "layouts", region + slot.ToString(folders, CultureInfo.InvariantCulture) + ObjectPlanTests.FileName(slot), Compress.Gzip(Header + line));
            }
        }

        using var objects = ObjectFaultTests.ConnectObjects(moto.Url);
        var all = await ReadAsync(objects, "s3://layouts", new FlowReadOptions());
        var some = await ReadAsync(objects, "s3://layouts", new FlowReadOptions { StartTime = from, EndTime = to });

        Assert.Equal(3 * 48, all.Count);
        Assert.Equal(6, wanted.Count);
        Assert.Equal(wanted.Order(), some.Select(static record => record.Bytes!.Value).Order());
        Assert.Equal(wanted.Take(2), (await ReadAsync(objects, "s3://layouts/AWSLogs/*/vpcflowlogs/eu-*", new FlowReadOptions { StartTime = from, EndTime = to })).Select(static record => record.Bytes!.Value));
    }

    [MotoFact]
    public async Task Parquet_takes_few_calls_however_many_columns_it_has()
    {
        using var s3 = NewClient();
        await s3.PutBucketAsync("columns");
        var sample = new SampleLog(new() { Count = 20_000, Seed = 9, Format = SampleLog.EverythingOfVpc });
        var lines = sample.Lines.Select(static line => string.Join(' ', line.Values)).ToList();
        var parquet = ParquetBuilder.Of(SampleLog.EverythingOfVpc).AddLines(lines.Take(8_000)).AddLines(lines.Skip(8_000)).Build();
        Assert.InRange(parquet.Length, 600_000, 30_000_000);
        await PutAsync(s3, "columns", "a.parquet", parquet);

        using var objects = new CountedObjects(ObjectFaultTests.ConnectObjects(moto.Url));
        var all = await ReadAsync(objects, "s3://columns/a.parquet", new FlowReadOptions { Parts = MemorySource.Parts });
        var calls = objects.Gets;
        var rejected = await ReadAsync(objects, "s3://columns", new FlowReadOptions { Parts = MemorySource.Parts, Condition = FlowExpression.Action("REJECT") });

        Assert.Equal(lines, all.Select(static record => record.ToString()));
        Assert.Equal(sample.Lines.Count(static line => line["action"] == "REJECT"), rejected.Count);
        Assert.Equal(3, calls);
        Assert.InRange(objects.Gets - calls, 3, 5);
    }

    [MotoFact]
    public async Task Keys_of_any_name_are_listed_in_pages_and_read_from_any_byte()
    {
        using var s3 = NewClient();
        await s3.PutBucketAsync("names");
        string[] names = ["a b/c+d=é%20&.log", "a b/x", "z?*#", "~"];
        foreach (var name in names)
            await PutAsync(s3, "names", name, "0123456789"u8.ToArray());
        using var objects = ObjectFaultTests.ConnectObjects(moto.Url);

        var first = await objects.ListObjectsAsync(new ObjectListQuery("names", "") { PageSize = 3 }, null, default);
        var second = await objects.ListObjectsAsync(new ObjectListQuery("names", "") { PageSize = 3 }, first.NextToken, default);
        var folders = await objects.ListObjectsAsync(new ObjectListQuery("names", "") { Delimiter = "/" }, null, default);
        var after = await objects.ListObjectsAsync(new ObjectListQuery("names", "") { StartAfter = "a b/\U0010FFFD" }, null, default);

        Assert.Equal(names.Order(StringComparer.Ordinal), first.Objects.Concat(second.Objects).Select(static item => item.Key));
        Assert.Null(second.NextToken);
        Assert.All(first.Objects, static item => Assert.Equal(10, item.Size));
        Assert.All(first.Objects, static item => Assert.InRange(item.LastModified!.Value, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1)));
        Assert.Equal(["a b/"], folders.Prefixes);
        Assert.Equal(["z?*#", "~"], after.Objects.Select(static item => item.Key));
        foreach (var name in names)
        {
            using var body = await objects.OpenObjectAsync("names", name, 4, null, default);
            using var reader = new StreamReader(body.Content);
            Assert.Equal(("456789", 10), (await reader.ReadToEndAsync(), body.Length));
            Assert.NotNull(body.ETag);
        }

        Assert.Contains("names", (await objects.ListBucketsAsync(null, null, default)).Items);
    }

    [MotoFact]
    public async Task What_is_not_there_or_another_is_told()
    {
        using var s3 = NewClient();
        await s3.PutBucketAsync("errors");
        await PutAsync(s3, "errors", "a", "0123456789"u8.ToArray());
        using var objects = ObjectFaultTests.ConnectObjects(moto.Url);

        await Fails("BucketNotFound", FlowErrorKind.NotFound, () => objects.ListObjectsAsync(new ObjectListQuery("no-such-bucket", ""), null, default));
        await Fails("ObjectNotFound", FlowErrorKind.NotFound, () => objects.OpenObjectAsync("errors", "b", 0, null, default));
        await Fails("ObjectChanged", FlowErrorKind.ReadError, () => objects.OpenObjectAsync("errors", "a", 0, "\"another\"", default));
    }

    private static async Task<List<FlowLogRecord>> ReadAsync(ICloudObjects objects, string place, FlowReadOptions options)
    {
        var records = new List<FlowLogRecord>();
        await foreach (var batch in FlowObjectReader.ReadAsync(objects, S3Uri.Parse(place), options))
        {
            Assert.All(batch, static item => Assert.Null(item.Problem));
            records.AddRange(batch.Select(static item => item.Record!));
        }

        return records;
    }

    private AmazonS3Client NewClient() => new(
        new BasicAWSCredentials(AccessKey, Secret),
        new AmazonS3Config { ServiceURL = moto.Url.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });

    private static Task<PutObjectResponse> PutAsync(AmazonS3Client s3, string bucket, string key, byte[] content) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(content) });
}
