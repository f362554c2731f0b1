using System.Globalization;
using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;
using FlowLogs.Reading;

namespace FlowLogs.Tests.Cloud.Events;

/// <summary>
/// Whatever the service does: no event is lost, none comes twice, and they come in order, with a bounded number of calls.
/// See <see cref="Soak"/> for the long version.
/// </summary>
public class EventRangeProperties
{
    private static readonly RetryLimits NoWaiting = new() { FirstDelay = TimeSpan.Zero, MaxFirstTries = 10 };

    [Fact]
    public async Task Reads_exactly_whatever_the_service_does()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var settings = new EventRangeSettings
            {
                Parallel = random.Next(1, 10),
                SliceTarget = random.Next(1, 100),
                SliceLimit = random.Next(100, 300),
                Retry = NoWaiting,
            };
            await CheckAsync(new RangeSchedule(seed, random.Next(1500)), settings, Soak.InProcess);
        }
    }

    [Fact]
    public async Task Reads_exactly_from_a_sandbox_with_faults()
    {
        var settings = new EventRangeSettings { SliceTarget = 500, SliceLimit = 1200, Retry = NoWaiting };
        for (var seed = 0; seed < 8; seed++)
            await CheckAsync(new RangeSchedule(seed, 5000), settings, Soak.OverSandbox);
    }

    [SoakFact]
    public async Task Reads_exactly_for_long()
    {
        var (first, count, events) = (Soak.FirstSeed, Soak.Schedules, Soak.Events);
        for (var seed = first; seed < first + count; seed++)
        {
            var settings = new EventRangeSettings { SliceTarget = events / 50, SliceLimit = events / 20, Retry = NoWaiting };
            await CheckAsync(new RangeSchedule(seed, events), settings, Soak.Open);
        }
    }

    private static async Task CheckAsync(RangeSchedule schedule, EventRangeSettings settings, Func<RangeSchedule, SoakService> open)
    {
        using var service = open(schedule);
        var tally = new ReadTally();
        var reader = new EventRangeReader(service.Logs, settings with { Tally = tally });
        // Of those that have the same times, only the ids tell the order, and these are the service's own.
        var expected = new Queue<CloudLogEvent>(schedule.Expected);
        // A slice may end with a page that comes on top of what was not too much yet.
        var lastPage = Math.Max(100, expected.Count / 10);
        var next = new HashSet<string>();
        var last = default(CloudLogEvent);
        var read = 0L;
        await foreach (var batch in reader.ReadAsync(schedule.Query, default))
        {
            Assert.True(
                batch.Count <= (settings.SliceLimit * 2) + lastPage || batch.All(e => e.Timestamp == batch[0].Timestamp),
                $"{schedule}: a batch has {batch.Count} events.");
            foreach (var e in batch)
            {
                if (next.Count == 0)
                {
                    Assert.True(expected.TryPeek(out var first), $"{schedule}: {e} is one too many.");
                    while (expected.TryPeek(out var other) && TimesOf(other) == TimesOf(first))
                        next.Add(expected.Dequeue().Message);
                }

                if (!next.Remove(e.Message))
                    Assert.Fail($"{schedule}: {string.Join(' ', next)} should have come, and it was {e}. {string.Join(' ', reader.Missing)}");
                Assert.True(
                    TimesOf(last) != TimesOf(e) || string.CompareOrdinal(last.EventId, e.EventId) < 0,
                    $"{schedule}: {e} came after {last}.");
                last = e;
                read++;
            }
        }

        Assert.True(next.Count == 0 && expected.Count == 0, $"{schedule}: {string.Join(' ', next)} and {expected.Count} more are missing.");
        Assert.Empty(reader.Missing);
        var summary = tally.ToSummary();
        var bound = 200 + (settings.Parallel * 40) + (read * 60);
        Assert.True(
            summary.Requests <= bound,
            string.Create(CultureInfo.InvariantCulture, $"{schedule}: {summary.Requests} calls for {read} events are more than {bound}."));
    }

    private static (long, long) TimesOf(CloudLogEvent e) => (e.Timestamp, e.IngestionTime);
}
