using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Tests.Sandbox;

/// <summary>The bucket of a fresh sandbox.</summary>
public sealed class SampleFilesTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Header =
        "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";

    private ImmutableList<StoredObject> Files => host.Buckets.Bucket("my-flow-log-bucket").Objects;

    [Fact]
    public void The_files_hold_the_records_of_the_group()
    {
        var expected = host.Store.Group(SandboxHost.FlowGroup).Streams.Values
            .SelectMany(stream => Enumerable.Range(0, stream.Events.Count).Select(i => Encoding.UTF8.GetString(stream.Events[i].Message.Span)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), Files.SelectMany(Records).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_file_is_named_for_the_five_minutes_in_which_its_records_end()
    {
        var flowLog = host.FlowLogs.FlowLogs.Values.Single(log => log.DestinationType == StoredFlowLog.S3);
        Assert.Equal(288, Files.Count);
        foreach (var file in Files)
        {
            var name = Regex.Match(
                file.Key,
                $@"^AWSLogs/123456789012/vpcflowlogs/us-east-1/(\d{{4}})/(\d\d)/(\d\d)/123456789012_vpcflowlogs_us-east-1_{flowLog.Id}_(\1\2\3T\d{{4}}Z)_[0-9a-f]{{8}}\.log\.gz$",
                RegexOptions.None,
                TimeSpan.FromSeconds(10));
            Assert.True(name.Success, file.Key);
            var slot = DateTimeOffset.ParseExact(name.Groups[4].Value, "yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            Assert.Equal(0, slot.Minute % 5);
            Assert.All(Records(file), record => Assert.InRange(
                Invariant.Number(record.Split(' ')[11]) - slot.ToUnixTimeSeconds(), 0, 299));
            Assert.InRange(file.LastModified, slot.AddMinutes(5), host.Clock.Now);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_files()
    {
        using var other = new SandboxHost();
        var again = other.Buckets.Bucket("my-flow-log-bucket").Objects;
        Assert.Equal(Files.Select(file => (file.Key, file.ETag)), again.Select(file => (file.Key, file.ETag)));
    }

    [Fact]
    public async Task The_files_are_those_of_the_day_whatever_happens_to_the_group()
    {
        using var other = new SandboxHost();
        await other.DoAsync("DeleteLogGroup", new { logGroupName = SandboxHost.FlowGroup });
        Assert.Equal(Files.Select(file => file.ETag), other.Buckets.Bucket("my-flow-log-bucket").Objects.Select(file => file.ETag));
    }

    private static string[] Records(StoredObject file)
    {
        using var text = new StreamReader(new GZipStream(new MemoryStream(file.Content.ToArray()), CompressionMode.Decompress));
        var lines = text.ReadToEnd().Split('\n');
        Assert.Equal((Header, ""), (lines[0], lines[^1]));
        Assert.True(lines.Length > 2);
        return lines[1..^1];
    }
}
