using System.Text;
using FlowLogs.Sandbox.Samples;

namespace FlowLogs.Bench.Data;

/// <summary>Flow log lines in the default format, as the sandbox makes them up.</summary>
internal static class FlowLines
{
    private const int Seed = 1;
    private const int ManyWindows = 1_000_000;

    private static readonly DateTimeOffset End = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Messages Make(int count) => Messages.Make("lines", count, Lines());

    private static IEnumerable<ReadOnlyMemory<byte>> Lines() =>
        from delivery in new FlowLogGenerator(Seed, End, ManyWindows).Deliveries()
        from record in delivery.Records
        select (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(record.Line);
}
