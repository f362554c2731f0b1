using System.Security.Cryptography;
using System.Text;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Samples;

namespace FlowLogs.Tests.Samples;

public sealed class FlowLogSampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowlogs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0, 2, "540C0BC701DE3505")]
    [InlineData(7, 11, "176EE740A79E105F")]
    [InlineData(7, 6, "C7B9A761504FCBAC")]
    public void The_lines_of_a_seed_are_fixed_for_good(int seed, int version, string expected)
    {
        // Others may keep expectations about a seed's log, so a change here is a change of the interface.
        var format = version == 6 ? FlowLogFormat.TransitGatewayDefault : SampleFormats.UpTo(version);
        var log = new SampleLog(new() { Seed = seed, Count = 2000, Format = format });
        Assert.Equal(expected, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(log.Text)))[..16]);
    }

    [Fact]
    public void Another_seed_gives_another_log()
    {
        Assert.NotEqual(new SampleLog(new() { Seed = 1 }).Text, new SampleLog(new() { Seed = 2 }).Text);
    }

    [Fact]
    public void The_flows_do_not_depend_on_the_format()
    {
        var everything = new SampleLog(new() { Format = SampleLog.EverythingOfVpc });
        var some = new SampleLog(new() { Format = FlowLogFormat.Parse("bytes srcaddr no-such-field start") });
        Assert.Equal(
            everything.Lines.Select(line => (line["bytes"], line["srcaddr"], "-", line["start"])),
            some.Lines.Select(line => (line["bytes"], line["srcaddr"], line["no-such-field"], line["start"])));
    }

    [Fact]
    public void Records_are_the_lines_that_are_written()
    {
        var options = new FlowLogSampleOptions { Count = 3000, Format = SampleLog.EverythingOfVpc };
        var written = new SampleLog(options).Lines.Select(line => string.Join(' ', line.Values));
        Assert.Equal(written, new FlowLogSample(options).Records().Select(record => record.Record.ToString()));
        var last = new FlowLogSample(options).Records().Last(record => record.Scenario == FlowScenario.Web).Record;
        Assert.Equal(11, last.Version);
        Assert.Equal("us-east-1", last.Region);
    }

    [Theory]
    [InlineData("a.log", false)]
    [InlineData("a.log.gz", true)]
    public async Task A_file_reads_back(string name, bool isGzip)
    {
        var path = Path.Combine(_folder, name);
        var sample = new FlowLogSample(new() { Count = 20_000, Format = FlowLogFormat.TransitGatewayDefault });
        var reports = new List<long>();
        var summaries = sample.WriteFile(path, overwrite: false, hasHeader: true, reports.Add);

        Assert.Equal(20_000, summaries.Sum(summary => summary.Records));
        Assert.NotEmpty(reports);
        Assert.Equal(reports.Order(), reports);
        using (var file = File.OpenRead(path))
        {
            Assert.Equal(isGzip, file.ReadByte() == 0x1F);
        }

        var items = new List<ReadItem>();
        await foreach (var batch in FlowFileReader.ReadAsync([path], new FlowReadOptions()))
            items.AddRange(batch);
        Assert.Equal(20_000, items.Count);
        Assert.All(items, item => Assert.Null(item.Problem));
        Assert.Equal(sample.Records().Select(record => record.Record.ToString()), items.Select(item => item.Record!.ToString()));
    }

    [Fact]
    public void A_file_may_lack_the_header()
    {
        var path = Path.Combine(_folder, "a.log");
        new FlowLogSample(new() { Count = 3 }).WriteFile(path, overwrite: false, hasHeader: false);
        Assert.Equal(3, File.ReadAllLines(path).Length);
        Assert.StartsWith("2 123456789012 eni-", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_stays_but_where_it_is_to_go()
    {
        var path = Path.Combine(_folder, "a.log");
        File.WriteAllText(path, new string('x', 1000));
        var sample = new FlowLogSample(new() { Count = 2 });

        var error = Assert.Throws<FlowLogException>(() => sample.WriteFile(path, overwrite: false, hasHeader: true));
        Assert.Equal(("FileExists", FlowErrorKind.AlreadyExists), (error.ErrorId, error.Kind));
        Assert.Equal(1000, new FileInfo(path).Length);

        sample.WriteFile(path, overwrite: true, hasHeader: true);
        Assert.Equal(3, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void A_folder_that_is_missing_has_an_id()
    {
        var sample = new FlowLogSample(new());
        var error = Assert.Throws<FlowLogException>(() => sample.WriteFile(Path.Combine(_folder, "no", "a.log"), overwrite: true, hasHeader: true));
        Assert.Equal("PathNotFound", error.ErrorId);
        error = Assert.Throws<FlowLogException>(() => sample.WriteFile(_folder, overwrite: false, hasHeader: true));
        Assert.Equal("PathNotWritable", error.ErrorId);
        Assert.True(Directory.Exists(_folder));
    }

    [Theory]
    [InlineData("a.log", false)]
    [InlineData("a.log", true)]
    [InlineData("a.log.gz", false)]
    public void What_is_cancelled_leaves_no_file(string name, bool overwrite)
    {
        var path = Path.Combine(_folder, name);
        if (overwrite)
            File.WriteAllText(path, "old");
        using var stop = new CancellationTokenSource();
        var sample = new FlowLogSample(new() { Count = long.MaxValue });
        Assert.Throws<OperationCanceledException>(
            () => sample.WriteFile(path, overwrite, hasHeader: false, written => stop.Cancel(), stop.Token));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_records()
    {
        Assert.InRange(Allocated(100_000) - Allocated(4000), 0, 1_000_000);

        static long Allocated(long count)
        {
            var sample = new FlowLogSample(new() { Count = count, Format = SampleLog.EverythingOfVpc });
            var before = GC.GetAllocatedBytesForCurrentThread();
            sample.Write(Stream.Null, hasHeader: true);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 0.9)]
    [InlineData(10, 5)]
    [InlineData(-5, 5)]
    [InlineData(1000, 100_000_000_001)]
    public void A_time_without_a_second_is_refused(double start, double end)
    {
        var error = Assert.Throws<FlowLogException>(() => new FlowLogSample(
            new() { StartTime = DateTimeOffset.UnixEpoch.AddSeconds(start), EndTime = DateTimeOffset.UnixEpoch.AddSeconds(end) }));
        Assert.Equal("InvalidTimeRange", error.ErrorId);
    }
}
