using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Samples;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Samples;

public sealed class SampleProperties
{
    [Property(Replay = "20260304,7", MaxTest = 150)]
    public void Every_line_is_a_record_in_its_place(int seed, PositiveInt count, PositiveInt seconds, byte scenarios, int[] fields)
    {
        var start = FlowLogSampleOptions.DefaultDay.AddMinutes(seed % 100_000);
        var options = new FlowLogSampleOptions
        {
            Seed = seed,
            Count = 1 + (count.Get * 37L % 700),
            StartTime = start,
            EndTime = start.AddSeconds(1 + (seconds.Get * 7919L % 200_000)),
            Scenarios = scenarios == 0 ? null : [.. Enum.GetValues<FlowScenario>().Where(one => (scenarios & (1 << (int)one)) != 0)],
            Format = SomeFormat(fields),
        };
        var sample = new FlowLogSample(options);
        using var stream = new MemoryStream();
        var summaries = sample.Write(stream, hasHeader: false);
        var items = new List<ReadItem>();
        new LineReader("sample", new FlowReadOptions { Formats = [options.Format] }).Read(stream.ToArray(), items);

        Assert.Equal(options.Count, items.Count);
        Assert.Equal(options.Count, summaries.Sum(summary => summary.Records));
        Assert.All(items, item => Assert.Null(item.Problem));
        Assert.Equal(sample.Records().Select(one => one.Record.ToString()), items.Select(item => item.Record!.ToString()));
        var starts = items.Select(item => item.Record!.Start!.Value).ToList();
        Assert.Equal(starts.Order(), starts);
        Assert.All(items, item =>
        {
            Assert.InRange(item.Record!.Start!.Value, options.StartTime, item.Record.End!.Value);
            Assert.InRange(item.Record.End!.Value, item.Record.Start!.Value, options.EndTime.AddSeconds(-1));
            Assert.All(item.Record.GetUnknownFields(), field => Assert.Null(field.Value));
        });
        var names = sample.Records().Select(one => one.Scenario).Distinct();
        Assert.Subset((options.Scenarios ?? Enum.GetValues<FlowScenario>()).ToHashSet(), names.ToHashSet());
    }

    // Start and end, and some fields, of which some are unknown.
    private static FlowLogFormat SomeFormat(int[] fields)
    {
        var all = FlowFields.All.Select(field => field.Name).Append("no-such-field").Append("another-one").ToList();
        var chosen = fields.Select(field => all[(int)((uint)field % (uint)all.Count)]).Prepend("end").Prepend("start");
        return FlowLogFormat.Parse(string.Join(' ', chosen.Distinct(StringComparer.Ordinal)));
    }
}
