using System.Globalization;
using FlowLogs.Samples;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Samples;

/// <summary>What a fresh sandbox holds.</summary>
internal static class SandboxContents
{
    public const string FlowLogGroup = "my-flow-log";

    public const string LambdaGroup = "/aws/lambda/hello";

    /// <summary>A bucket with the same records as the group.</summary>
    public const string FlowLogBucket = "my-flow-log-bucket";

    private const int LambdaCalls = 12;

    /// <summary>The last full hour whose records have all arrived by now.</summary>
    public static DateTimeOffset LastDeliveredHour(DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds() - FlowLogGenerator.MaxDelay;
        return DateTimeOffset.FromUnixTimeSeconds(seconds - (seconds % 3600));
    }

    /// <summary>Fills a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="seed">The same seed gives the same logs.</param>
    /// <param name="end">Where the logs end.</param>
    public static void Fill(LogStore store, int seed, DateTimeOffset end)
    {
        AddFlowLogGroup(store, seed, end);
        AddLambdaLogs(store, seed, end);
    }

    /// <summary>
    /// Adds the flow logs that wrote the group, and the bucket with the files that the second one wrote. The files are
    /// made when they are first asked for.
    /// </summary>
    /// <param name="flowLogs">Gets the flow logs.</param>
    /// <param name="buckets">Gets the bucket.</param>
    /// <param name="logs">The store that was filled with the same seed.</param>
    /// <param name="seed">The same seed gives the same ids.</param>
    public static void AddFlowLogs(FlowLogStore flowLogs, BucketStore buckets, LogStore logs, int seed)
    {
        var group = logs.Group(FlowLogGroup);
        var created = DateTimeOffset.FromUnixTimeMilliseconds(group.CreationTime);
        var random = new SampleRandom(seed, "flow-logs");
        var toGroup = new StoredFlowLog
        {
            Id = "fl-0" + random.Hex(16),
            CreationTime = created,
            ResourceId = "vpc-0" + random.Hex(16),
            TrafficType = "ALL",
            LogGroupName = FlowLogGroup,
            PermissionArn = $"arn:aws:iam::{LogStore.AccountId}:role/flow-logs",
            Tags = [new("Name", FlowLogGroup)],
        };
        var toBucket = toGroup with
        {
            Id = "fl-0" + random.Hex(16),
            DestinationType = StoredFlowLog.S3,
            LogGroupName = null,
            LogDestination = $"arn:aws:s3:::{FlowLogBucket}",
            PermissionArn = null,
            Files = new StoredFlowLog.FileOptions(),
            Tags = [new("Name", FlowLogBucket)],
        };
        flowLogs.TryAdd(toGroup);
        flowLogs.TryAdd(toBucket);

        // What the streams hold now, whatever clients may do to them later.
        var streams = group.Streams.Values.Select(static stream => stream.Events).ToList();
        buckets.Add(new Bucket(
            FlowLogBucket, LogStore.Region, created, () => SampleFiles.Make(streams, toBucket.Id, random)));
    }

    private static void AddFlowLogGroup(LogStore store, int seed, DateTimeOffset end)
    {
        var deliveries = new FlowLogGenerator(seed, end).Deliveries().OrderBy(delivery => delivery.Time).ToList();
        var group = new LogGroup(FlowLogGroup, deliveries[0].Time - 1000);
        foreach (var delivery in deliveries)
        {
            var name = $"{delivery.Interface.Id}-all";
            var stream = group.Streams.GetValueOrDefault(name) ?? group.CreateStream(name, delivery.Time);
            var events = delivery.Records.Select(record => new NewLogEvent(record.Start * 1000, record.Line)).ToList();
            stream.Add(events, store.Stamp(events.Count, delivery.Time));
        }

        store.AddGroup(group);
    }

    private static void AddLambdaLogs(LogStore store, int seed, DateTimeOffset end)
    {
        var random = new SampleRandom(seed, "lambda");
        var time = end.ToUnixTimeMilliseconds() - (60 * 60 * 1000);
        var group = new LogGroup(LambdaGroup, time);
        var day = DateTimeOffset.FromUnixTimeMilliseconds(time).ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
        var stream = group.CreateStream($"{day}/[$LATEST]{random.Hex(32)}", time);
        for (var i = 0; i < LambdaCalls; i++)
        {
            time += random.Between(20_000, 200_000);
            var id = $"{random.Hex(8)}-{random.Hex(4)}-4{random.Hex(3)}-a{random.Hex(3)}-{random.Hex(12)}";
            var took = random.Between(2, 90);
            var level = i == LambdaCalls / 2 ? "ERROR" : "INFO";
            NewLogEvent[] call =
            [
                new(time, $"START RequestId: {id} Version: $LATEST\n"),
                new(time + 1, $$"""{"level":"{{level}}","message":"hello","requestId":"{{id}}","tookMs":{{took}}}"""),
                new(time + took, $"END RequestId: {id}\n"),
                new(time + took, $"REPORT RequestId: {id}\tDuration: {took}.00 ms\tMemory Size: 128 MB\n"),
            ];
            stream.Add(call, store.Stamp(call.Length, time + took + 900));
        }

        store.AddGroup(group);
    }
}
