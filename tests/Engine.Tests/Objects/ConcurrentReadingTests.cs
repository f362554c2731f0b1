using System.Globalization;
using FlowLogs.Cloud;
using FlowLogs.Reading;
using FlowLogs.Reading.Objects;

namespace FlowLogs.Tests.Objects;

public class ConcurrentReadingTests
{
    private static readonly ObjectReadLimits Fast = new(TimeSpan.FromMinutes(1), 2, TimeSpan.FromMilliseconds(1));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public async Task The_order_is_that_of_the_objects(int concurrency)
    {
        var random = new Random(concurrency);
        var bucket = new MemoryBucket { BeforeGet = (_, token) => Task.Delay(random.Next(10), token) };
        for (var i = 0; i < 40; i++)
            bucket.Add($"{i:00}", Lines(i, 1 + (i * 977 % 5000)));

        var ports = await PortsAsync(bucket, new FlowReadOptions { Concurrency = concurrency });

        Assert.Equal(Enumerable.Range(0, 40).SelectMany(i => Enumerable.Repeat(i, 1 + (i * 977 % 5000))), ports);
    }

    [Fact]
    public async Task So_many_are_read_at_the_same_time_and_no_more()
    {
        var running = 0;
        var most = 0;
        var allThere = new TaskCompletionSource();
        var bucket = new MemoryBucket
        {
            BeforeGet = async (_, token) =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                if (now == 4)
                    allThere.TrySetResult();
                await allThere.Task.WaitAsync(TimeSpan.FromMinutes(1), token);
                Interlocked.Decrement(ref running);
            },
        };
        for (var i = 0; i < 20; i++)
            bucket.Add($"{i:00}", Lines(i, 3));

        Assert.Equal(60, (await PortsAsync(bucket, new FlowReadOptions { Concurrency = 4 })).Count);
        Assert.Equal(4, most);
    }

    [Fact]
    public async Task What_nobody_takes_is_not_read_on()
    {
        var bucket = new MemoryBucket();
        for (var i = 0; i < 50; i++)
            bucket.Add($"{i:00}", Lines(i, 3));

        await foreach (var batch in ReadAsync(bucket, new FlowReadOptions { Concurrency = 4 }))
        {
            Assert.Equal(0, batch[0].Record!.DstPort);
            break;
        }

        // The first, three more, and perhaps one that was begun in its place.
        Assert.InRange(bucket.Gets.Count, 1, 5);
    }

    [Fact]
    public async Task An_object_that_cannot_be_read_is_one_problem()
    {
        var bucket = new MemoryBucket { BeforeGet = static (key, _) => key == "03" ? throw new FlowLogException("AccessDenied", FlowErrorKind.PermissionDenied, "No.", key) : Task.CompletedTask };
        for (var i = 0; i < 6; i++)
            bucket.Add($"{i:00}", Lines(i, 1));

        var items = await ItemsAsync(bucket, new FlowReadOptions());

        Assert.Equal(["0", "1", "2", "AccessDenied", "4", "5"], items.Select(static item => item.Problem?.ErrorId ?? item.Record!.DstPort?.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(FlowErrorKind.Authentication)]
    [InlineData(FlowErrorKind.Connection)]
    public async Task What_would_happen_to_every_object_ends_the_reading(FlowErrorKind kind)
    {
        var bucket = new MemoryBucket { BeforeGet = (key, _) => key == "03" ? throw new FlowLogException("Some", kind, "No.", key) : Task.CompletedTask };
        for (var i = 0; i < 6; i++)
            bucket.Add($"{i:00}", Lines(i, 1));

        Assert.Equal(kind, (await Assert.ThrowsAsync<FlowLogException>(() => ItemsAsync(bucket, new FlowReadOptions()))).Kind);
    }

    [Fact]
    public async Task Cancellation_ends_all_at_once()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = new SemaphoreSlim(0);
        var ended = new SemaphoreSlim(0);
        var bucket = new MemoryBucket
        {
            BeforeGet = async (_, token) =>
            {
                waiting.Release();
                try
                {
                    await Task.Delay(Timeout.Infinite, token);
                }
                finally
                {
                    ended.Release();
                }
            },
        };
        for (var i = 0; i < 20; i++)
            bucket.Add($"{i:00}", Lines(i, 1));
        var reading = ItemsAsync(bucket, new FlowReadOptions { Concurrency = 3 }, cancel.Token);
        for (var i = 0; i < 3; i++)
            Assert.True(await waiting.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None));
        for (var i = 0; i < 3; i++)
            Assert.True(await ended.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.Equal(3, bucket.Gets.Count);
    }

    [Fact]
    public async Task Where_nothing_is_a_problem_says_so()
    {
        var bucket = new MemoryBucket().Add("logs/a", modified: DateTimeOffset.UnixEpoch);

        var problem = Assert.Single(await ItemsAsync(bucket, new FlowReadOptions { StartTime = DateTimeOffset.UnixEpoch.AddDays(1) })).Problem!;

        Assert.Equal(("NoObjects", FlowErrorKind.NotFound, $"s3://{MemoryBucket.Name}"), (problem.ErrorId, problem.Kind, problem.Target));
        Assert.Contains("1 objects", problem.Message, StringComparison.Ordinal);
        Assert.Contains("1970-01-02", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_listed_is_an_error()
    {
        var reading = FlowObjectReader.ReadAsync(new MemoryBucket(), S3Uri.Parse("s3://another-bucket"), new FlowReadOptions());

        var error = await Assert.ThrowsAsync<FlowLogException>(async () => await reading.GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal("BucketNotFound", error.ErrorId);
    }

    private static string Lines(int port, int count) => string.Concat(
        Enumerable.Repeat($"2 123456789012 eni-1 10.0.0.1 10.0.0.2 1 {port} 6 1 40 1770000000 1770000055 ACCEPT OK\n", count));

    private static IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadAsync(MemoryBucket bucket, FlowReadOptions options, CancellationToken token = default) =>
        FlowObjectReader.ReadAsync(bucket, S3Uri.Parse($"s3://{MemoryBucket.Name}"), options, Fast, token);

    private static async Task<List<ReadItem>> ItemsAsync(MemoryBucket bucket, FlowReadOptions options, CancellationToken token = default)
    {
        var items = new List<ReadItem>();
        await foreach (var batch in ReadAsync(bucket, options, token))
            items.AddRange(batch);
        return items;
    }

    private static async Task<List<int>> PortsAsync(MemoryBucket bucket, FlowReadOptions options) =>
        [.. (await ItemsAsync(bucket, options)).Select(static item => item.Record!.DstPort!.Value)];

    private static void InterlockedMax(ref int place, int value)
    {
        for (var known = place; known < value; known = place)
            Interlocked.CompareExchange(ref place, value, known);
    }
}
