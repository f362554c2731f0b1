using System.Globalization;
using System.Net;
using System.Text;
using FlowLogs.Samples;
using FlowLogs.Sandbox.Samples;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Tests.Sandbox;

public sealed class SandboxContentsTests
{
    private static readonly DateTimeOffset End = SandboxHost.LogEnd;

    // version, account, interface, source, destination, source port, destination port, protocol, packets, bytes, start, end, action, status
    private static readonly List<string[]> Records =
        [.. new FlowLogGenerator(7, End).Deliveries().SelectMany(d => d.Records).Select(r => r.Line.Split(' '))];

    private static IEnumerable<string[]> Flows => Records.Where(r => r[13] == "OK");

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        Assert.Equal(Dump(7, End), Dump(7, End));
    }

    [Fact]
    public void The_lines_of_a_seed_are_fixed_for_good()
    {
        // Others may keep expectations about a seed's logs, so a change here is a change of the interface.
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Dump(7, End)));
        Assert.Equal("074E1F5806E53E71", Convert.ToHexString(hash)[..16]);
    }

    [Fact]
    public void Another_seed_gives_another_log()
    {
        Assert.NotEqual(Dump(7, End), Dump(8, End));
    }

    [Fact]
    public void Another_end_shifts_the_times_and_nothing_else()
    {
        var shift = 3 * 3600;
        var shifted = new FlowLogGenerator(7, End.AddSeconds(shift)).Deliveries().ToList();
        var original = new FlowLogGenerator(7, End).Deliveries().ToList();

        Assert.Equal(original.Select(d => d.Time + (shift * 1000L)), shifted.Select(d => d.Time));
        Assert.Equal(
            original.SelectMany(d => d.Records).Select(r => Shift(r.Line, shift)),
            shifted.SelectMany(d => d.Records).Select(r => r.Line));
    }

    [Fact]
    public void A_log_may_have_any_number_of_windows()
    {
        for (var windows = 1; windows < 12; windows++)
        {
            var deliveries = new FlowLogGenerator(7, End, windows).Deliveries().ToList();
            Assert.Equal(windows * 4, deliveries.Count);
            Assert.All(deliveries, delivery => Assert.NotEmpty(delivery.Records));
        }
    }

    [Fact]
    public void Every_record_has_the_default_format()
    {
        Assert.All(Records, record =>
        {
            Assert.Equal(14, record.Length);
            Assert.Equal(("2", "123456789012"), (record[0], record[1]));
            Assert.Matches("^eni-[0-9a-f]{17}$", record[2]);
            Assert.True(Invariant.Number(record[10]) <= Invariant.Number(record[11]));
            Assert.Contains(record[13], new[] { "OK", "NODATA", "SKIPDATA" });
        });
        Assert.All(Flows, flow =>
        {
            Assert.Equal(IPAddress.Parse(flow[3]).AddressFamily, IPAddress.Parse(flow[4]).AddressFamily);
            Assert.InRange(Invariant.Number(flow[5]), 0L, 65535L);
            Assert.InRange(Invariant.Number(flow[6]), 0, 65535);
            Assert.True(Invariant.Number(flow[8]) > 0 && Invariant.Number(flow[9]) >= 40 * Invariant.Number(flow[8]));
            Assert.Contains(flow[12], new[] { "ACCEPT", "REJECT" });
        });
        Assert.All(Records.Where(r => r[13] != "OK"), r => Assert.All(r[3..10].Append(r[12]), field => Assert.Equal("-", field)));
    }

    [Fact]
    public void The_log_tells_of_many_things()
    {
        AtLeast(1000, f => f[6] == "443" && f[12] == "ACCEPT");
        AtLeast(300, f => f[6] == "80" && f[12] == "ACCEPT");
        AtLeast(200, f => f[6] == "53" && f[7] == "17");
        AtLeast(200, f => f[6] == "22" && f[12] == "REJECT");
        AtLeast(10, f => f[6] == "22" && f[12] == "ACCEPT");
        AtLeast(50, f => f[7] == "1" && f[5] == "0" && f[6] == "0");
        AtLeast(20, f => f[3].Contains(':'));
        Assert.True(Records.Count(r => r[13] == "NODATA") >= 20);
        Assert.True(Records.Count(r => r[13] == "SKIPDATA") >= 3);
        // A scan: one address that is rejected at many ports of one host.
        Assert.Contains(
            Flows.Where(f => f[12] == "REJECT").GroupBy(f => (f[3], f[4])), pair => pair.Select(f => f[6]).Distinct().Count() > 100);
        Assert.InRange(Records.Count, 7000, 10_000);

        static void AtLeast(int count, Func<string[], bool> condition) => Assert.True(Flows.Count(condition) >= count);
    }

    [Fact]
    public void Whoever_is_answered_asked_first()
    {
        var flows = Flows.Select(f => (f[2], f[3], f[4], f[5], f[6], f[10])).ToHashSet();
        var answers = Flows.Where(f => f[5] is "443" or "80" or "53" or "22" or "5432").ToList();
        Assert.True(answers.Count > 2000);
        Assert.All(answers, f => Assert.Contains((f[2], f[4], f[3], f[6], f[5], f[10]), flows));
    }

    [Fact]
    public void Records_arrive_a_few_minutes_after_their_window()
    {
        foreach (var delivery in new FlowLogGenerator(7, End).Deliveries())
        {
            var last = delivery.Records.Max(r => Invariant.Number(r.Line.Split(' ')[11]));
            Assert.InRange(delivery.Time - (last * 1000), 60_000, (600 + 240) * 1000);
            Assert.Equal(delivery.Records.Select(r => r.Start).Order(), delivery.Records.Select(r => r.Start));
        }
    }

    [Theory]
    [InlineData("12:00:00", "11:00:00")]
    [InlineData("12:03:59", "11:00:00")]
    [InlineData("12:04:00", "12:00:00")]
    [InlineData("12:59:59", "12:00:00")]
    public void The_log_ends_with_the_last_hour_that_has_been_delivered(string now, string end)
    {
        var day = new DateTime(2026, 3, 4, 0, 0, 0, DateTimeKind.Utc);
        var actual = SandboxContents.LastDeliveredHour(new DateTimeOffset(day + TimeSpan.Parse(now, CultureInfo.InvariantCulture)));
        Assert.Equal(new DateTimeOffset(day + TimeSpan.Parse(end, CultureInfo.InvariantCulture)), actual);
    }

    [Fact]
    public void A_store_is_filled_with_timestamps_in_milliseconds()
    {
        var store = Fill(7, End);

        Assert.Equal(["/aws/lambda/hello", "my-flow-log"], store.Groups.Keys);
        Assert.Equal(4, store.Group("my-flow-log").Streams.Count);
        foreach (var stream in store.Group("my-flow-log").Streams.Values)
        {
            for (var i = 0; i < stream.Events.Count; i++)
            {
                var line = Encoding.UTF8.GetString(stream.Events[i].Message.Span).Split(' ');
                Assert.Equal(stream.Name, $"{line[2]}-all");
                Assert.Equal(stream.Events[i].Timestamp, Invariant.Number(line[10]) * 1000);
                Assert.True(stream.Events[i].IngestionTime > Invariant.Number(line[11]) * 1000);
            }
        }
    }

    private static LogStore Fill(int seed, DateTimeOffset end)
    {
        var store = new LogStore(new TestClock(end.AddMinutes(30)));
        SandboxContents.Fill(store, seed, end);
        return store;
    }

    private static string Dump(int seed, DateTimeOffset end)
    {
        var text = new StringBuilder();
        foreach (var stream in Fill(seed, end).Groups.Values.SelectMany(group => group.Streams.Values))
        {
            for (var i = 0; i < stream.Events.Count; i++)
            {
                var e = stream.Events[i];
                text.Append(CultureInfo.InvariantCulture, $"{stream.Name} {e.Timestamp} {e.IngestionTime} {Encoding.UTF8.GetString(e.Message.Span)}\n");
            }
        }

        return text.ToString();
    }

    private static string Shift(string line, long seconds)
    {
        var fields = line.Split(' ');
        fields[10] = $"{Invariant.Number(fields[10]) + seconds}";
        fields[11] = $"{Invariant.Number(fields[11]) + seconds}";
        return string.Join(' ', fields);
    }
}
