using FlowLogs.Conditions;
using FlowLogs.Reading;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Following;

/// <summary>Any sequence of arrivals, runs, graceful ends and kills gives each event once, but for the one in flight at a kill.</summary>
public class CheckpointProperties
{
    private const int Window = 600_000;

    [Property(MaxTest = 150, Replay = "(20260304,77)")]
    public void Nothing_is_lost_and_nothing_doubled(DoNotSize<int> seed) => CheckAsync(new Random(seed.Item)).GetAwaiter().GetResult();

    private static async Task CheckAsync(Random random)
    {
        var begin = new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
        var clock = new VirtualClock(begin, movesByItself: true);
        var log = new ScriptedLog(clock, random);
        var now = clock.Now;
        var wanted = new HashSet<string>();
        for (var i = random.Next(1, 120); i > 0; i--)
        {
            // Many of the same millisecond and some of the same content; late by up to the window.
            var time = now + (random.Next(0, 40) * 60_000);
            var port = random.Next(3) == 0 ? 80 : 22;
            var id = log.Add(time, time + random.Next(0, Window + 1), ScriptedLog.Line(port), random.Next(2) == 0 ? "a" : "b");
            if (port == 22)
                wanted.Add(id);
        }

        var options = ScriptedLog.Options(random.Next(2) == 0 ? [] : ["a", "b"]) with
        {
            Window = TimeSpan.FromMilliseconds(Window),
            Read = new FlowReadOptions { Condition = FlowExpression.DstPort([FlowNumberRange.Parse("22")]) },
        };
        var folder = Directory.CreateTempSubdirectory("flowlogs-checkpoint-");
        try
        {
            var run = new CheckpointRun(Path.Combine(folder.FullName, "c.json"), log, clock, options);
            var last = now + (45 * 60_000) + Window;
            while (clock.Now < last)
            {
                // One reading, or a stretch of following; to its end, or to some record.
                var following = random.Next(2) == 0 ? clock.Now + random.Next(1, 600_000) : (long?)null;
                var end = random.Next(3) == 0 ? RunEnd.Whole : (RunEnd)random.Next(1, 4);
                await run.GoAsync(following, end, random.Next(0, 12));
                clock.Move(TimeSpan.FromMilliseconds(random.Next(1, 900_000)));
            }

            clock.Move(TimeSpan.FromHours(1));
            await run.GoAsync(followingUntil: null, RunEnd.Whole, 0);

            Assert.Equal(wanted.Order(), run.Emitted.Keys.Order());
            Assert.All(run.Emitted, pair => Assert.True(pair.Value == 1 || run.InFlight.Contains(pair.Key), $"{pair.Key} came {pair.Value} times."));
            Assert.InRange(run.Emitted.Values.Sum() - run.Emitted.Count, 0, run.InFlight.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
