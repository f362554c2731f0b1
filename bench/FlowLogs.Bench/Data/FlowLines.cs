using FlowLogs.Records;
using FlowLogs.Samples;

namespace FlowLogs.Bench.Data;

/// <summary>Flow log lines in the default format, as the sandbox has them.</summary>
internal static class FlowLines
{
    private const int Seed = 1;
    private const int ManyWindows = 1_000_000;

    private static readonly DateTimeOffset End = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Messages Make(int count) => Messages.Make("lines", count, Lines());

    private static IEnumerable<ReadOnlyMemory<byte>> Lines()
    {
        var writer = new SampleLineWriter(FlowLogFormat.Default, new SampleNetwork(Seed));
        var line = new byte[writer.MaxLength];
        var ends = new ushort[FlowLogFormat.Default.Fields.Count];
        foreach (var delivery in new FlowLogGenerator(Seed, End, ManyWindows).Deliveries())
        {
            foreach (var record in delivery.Records)
                yield return line.AsMemory(0, writer.Write(record, line, ends));
        }
    }
}
