using System.Diagnostics;
using System.Text.Json;
using FlowLogs.Reading.Following;

namespace FlowLogs.Tests.Following;

public sealed class FlowCheckpointTests : IDisposable
{
    private static readonly CheckpointOwner Owner = new()
    {
        LogGroupName = "my-flow-log",
        Region = "eu-west-1",
        Endpoint = "logs.eu-west-1.amazonaws.com",
        Conditions = "dstport = 22",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowlogs-checkpoint-");

    private string File => Path.Combine(_folder.FullName, "c.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_file_can_be_read_by_a_person()
    {
        using (var checkpoint = FlowCheckpoint.Open(File, Owner, startTime: null))
        {
            checkpoint.Begin(Batch(1_441_341_480_000, 1, 2, 3));
            checkpoint.Advance(2);
            var text = System.IO.File.ReadAllText(File);
            Assert.Equal(
                $$"""
                {
                  "flowLogsCheckpoint": 1,
                  "processId": {{Environment.ProcessId}},
                  "belongsTo": {
                    "logGroup": "my-flow-log",
                    "region": "eu-west-1",
                    "endpoint": "logs.eu-west-1.amazonaws.com",
                    "conditions": "dstport = 22"
                  },
                  "inFlightDone":          2,
                  "inFlight": [
                    "1441341480001 00000000000000000000000000000001",
                    "1441341480002 00000000000000000000000000000002",
                    "1441341480003 00000000000000000000000000000003"
                  ],
                  "emitted": []
                }
                """,
                text.ReplaceLineEndings());
        }

        var root = JsonDocument.Parse(System.IO.File.ReadAllBytes(File)).RootElement;
        Assert.Equal(2, root.GetProperty("emitted").GetArrayLength());
        Assert.False(root.TryGetProperty("processId", out _));
        Assert.False(root.TryGetProperty("lowWaterMark", out _));
    }

    [Fact]
    public void A_batch_that_is_done_moves_the_mark_and_what_lies_before_is_forgotten()
    {
        using (var checkpoint = FlowCheckpoint.Open(File, Owner, startTime: 7))
        {
            Assert.True(checkpoint.IsNew);
            checkpoint.Begin(Batch(1000, 1, 2, 3) with { LowWaterMark = 1003 });
            checkpoint.Advance(3);
            checkpoint.Begin(new FollowedBatch([], [], LowWaterMark: 900)); // Never back.
        }

        using var next = FlowCheckpoint.Open(File, Owner, startTime: 99);
        Assert.False(next.IsNew);
        Assert.Equal(1003, next.LowWaterMark);
        Assert.Equal([(UInt128)3], next.Emitted.Select(static e => e.Key));
    }

    [Fact]
    public void Live_events_are_kept_apart()
    {
        using (var checkpoint = FlowCheckpoint.Open(File, Owner, null))
        {
            checkpoint.Begin(new FollowedBatch([], [new FollowedEvent(5, -3, IsLive: true, 1), new FollowedEvent(UInt128.MaxValue, 9, IsLive: false, 2)]));
            checkpoint.Advance(2);
        }

        using var next = FlowCheckpoint.Open(File, Owner, null);
        Assert.Equal([new EmittedEvent(5, -3, true), new EmittedEvent(UInt128.MaxValue, 9, false)], next.Emitted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"flowLogsCheckpoint":2,"belongsTo":{},"inFlightDone":0,"inFlight":[],"emitted":[]}""")]
    [InlineData("""{"flowLogsCheckpoint":1,"belongsTo":{},"inFlightDone":1,"inFlight":[],"emitted":[]}""")]
    [InlineData("""{"flowLogsCheckpoint":1,"belongsTo":{},"inFlightDone":-1,"inFlight":[],"emitted":[]}""")]
    [InlineData("""{"flowLogsCheckpoint":1,"belongsTo":[],"inFlightDone":0,"inFlight":[],"emitted":[]}""")]
    [InlineData("""{"flowLogsCheckpoint":1,"belongsTo":{},"inFlightDone":0,"inFlight":[],"emitted":["x"]}""")]
    [InlineData("""{"flowLogsCheckpoint":1,"belongsTo":{},"inFlightDone":0,"inFlight":[],"emitted":["1 1"]}""")]
    [InlineData("""{"flowLogsCheckpoint":1,"belongsTo":{},"inFlightDone":0,"inFlight":[],"emitted":[7]}""")]
    [InlineData("""{"flowLogsCheckpoint":1,"belongsTo":{},"inFlightDone":0,"inFlight":[],"emitted":[null]}""")]
    [InlineData("""{"flowLogsCheckpoint":1,"belongsTo":{},"inFlightDone":0,"lowWaterMark":"soon","inFlight":[],"emitted":[]}""")]
    [InlineData("""{"flowLogsCheckpoint":"1","belongsTo":{},"inFlightDone":0,"inFlight":[],"emitted":[]}""")]
    public void A_file_that_is_none_is_an_error_and_stays_as_it_is(string text)
    {
        System.IO.File.WriteAllText(File, text);
        var error = Assert.Throws<FlowLogException>(() => FlowCheckpoint.Open(File, Owner, null));
        Assert.Equal(("CheckpointInvalid", FlowErrorKind.InvalidData), (error.ErrorId, error.Kind));
        Assert.Equal(text, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_file_that_breaks_off_anywhere_is_an_error()
    {
        using (var checkpoint = FlowCheckpoint.Open(File, Owner, 5))
        {
            checkpoint.Begin(Batch(1000, 1, 2));
            checkpoint.Advance(1);
        }

        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Equal("CheckpointInvalid", Assert.Throws<FlowLogException>(() => FlowCheckpoint.Open(File, Owner, null)).ErrorId);
        }
    }

    [Fact]
    public void A_file_of_something_else_is_an_error_that_says_what_differs()
    {
        FlowCheckpoint.Open(File, Owner, null).Dispose();
        Check(Owner with { LogGroupName = "other" }, "its logGroup is 'my-flow-log', and here it is 'other'");
        Check(Owner with { Region = "us-east-1" }, "its region is 'eu-west-1', and here it is 'us-east-1'");
        Check(Owner with { Endpoint = "127.0.0.1" }, "its endpoint is ");
        Check(Owner with { Conditions = null }, "its conditions is 'dstport = 22', and here it is not given");
        Check(Owner with { LogStreams = "eni-1-*" }, "its logStreams is not given, and here it is 'eni-1-*'");
        Check(Owner with { FilterPattern = "[a]" }, "its filterPattern is not given");
        FlowCheckpoint.Open(File, Owner with { FilterPattern = "" }, null).Dispose();

        void Check(CheckpointOwner owner, string says)
        {
            var error = Assert.Throws<FlowLogException>(() => FlowCheckpoint.Open(File, owner, null));
            Assert.Equal(("CheckpointMismatch", FlowErrorKind.InvalidArgument), (error.ErrorId, error.Kind));
            Assert.Contains(says, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_second_run_is_kept_away_and_told_who_has_the_file()
    {
        using (FlowCheckpoint.Open(File, Owner, null))
        {
            var error = Assert.Throws<FlowLogException>(() => FlowCheckpoint.Open(File, Owner, null));
            Assert.Equal(("CheckpointInUse", FlowErrorKind.InUse), (error.ErrorId, error.Kind));
            Assert.Contains($"the process {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
        }

        FlowCheckpoint.Open(File, Owner, null).Dispose();
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error()
    {
        var nowhere = Path.Combine(_folder.FullName, "missing", "c.json");
        var error = Assert.Throws<FlowLogException>(() => FlowCheckpoint.Open(nowhere, Owner, null));
        Assert.Equal(("CheckpointNotWritable", FlowErrorKind.WriteError), (error.ErrorId, error.Kind));
    }

    [Fact]
    public void What_a_kill_left_half_written_does_no_harm()
    {
        using (var checkpoint = FlowCheckpoint.Open(File, Owner, 5))
            checkpoint.Begin(Batch(1000, 1));
        System.IO.File.WriteAllText(File + ".new", "{ \"flowLogs");
        using var next = FlowCheckpoint.Open(File, Owner, null);
        Assert.Equal(5, next.LowWaterMark);
        Assert.False(System.IO.File.Exists(File + ".new"));
    }

    // No assertion on time: the figure is for whoever runs it with a console logger.
    [Fact]
    public void Noting_a_record_is_one_small_write()
    {
        using var checkpoint = FlowCheckpoint.Open(File, Owner, null);
        const int count = 10_000;
        checkpoint.Begin(Batch(1000, [.. Enumerable.Range(1, count)]));
        var length = new FileInfo(File).Length;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        for (var i = 1; i <= count; i++)
            checkpoint.Advance(i);
        Console.WriteLine($"{watch.Elapsed.TotalMicroseconds / count:N2} us, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / count} bytes a record");
        Assert.Equal(length, new FileInfo(File).Length);
        Assert.Equal(count, JsonDocument.Parse(System.IO.File.ReadAllBytes(File)).RootElement.GetProperty("inFlightDone").GetInt32());
    }

    private static FollowedBatch Batch(long time, params int[] keys) =>
        new([], [.. keys.Select(key => new FollowedEvent((UInt128)key, time + key, IsLive: false, key))]);
}
