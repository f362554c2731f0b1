using FlowLogs.Bench.Shared;

namespace FlowLogs.Bench.Harness;

/// <summary>
/// Measures cases side by side: in each round every work and, right after it, its baseline goes over all messages. What
/// disturbs a round mostly disturbs both, and the medians over the rounds leave out the rest.
/// </summary>
internal sealed class BenchRunner(IReadOnlyList<BenchCase> cases)
{
    public const int Rounds = 9;

    private const int WarmUpSlice = 50;
    private const int WarmUpPauses = 8;
    private const int Slice = 4096;

    public IReadOnlyList<BenchResult> Run()
    {
        WarmUp();
        var times = cases.Select(static _ => (Work: new double[Rounds], Baseline: new double[Rounds])).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < cases.Count; i++)
            {
                var one = cases[i];
                times[i].Work[round] = Measure(one, one.Work, out var result);
                times[i].Baseline[round] = Measure(one, one.Baseline, out var expected);
                if (one.SameResult && result != expected)
                    throw new InvalidOperationException($"{one.Name}: counts {result:N0}, the baseline {expected:N0}.");
            }
        }
        return [.. cases.Select((one, i) => Summarize(one, times[i].Work, times[i].Baseline))];
    }

    // The compiler optimizes a method after some calls, for what it has seen by then. All cases take turns in small steps,
    // so that none is the one that shared code is optimized for; the pauses let the compiler work, which it does beside.
    private void WarmUp()
    {
        for (var pause = 0; pause < WarmUpPauses; pause++)
        {
            for (var slice = 0; slice < 40; slice++)
            {
                var from = slice * WarmUpSlice;
                foreach (var one in cases)
                {
                    one.Work(from, from + WarmUpSlice);
                    one.Baseline(from, from + WarmUpSlice);
                }
            }
            Thread.Sleep(200);
        }
    }

    // Processor time rather than time: others may be using the machine.
    private static double Measure(BenchCase one, Work work, out long result)
    {
        result = 0;
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        for (var from = 0; from < one.Messages.Count; from += Slice)
            result += work(from, Math.Min(from + Slice, one.Messages.Count));
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static BenchResult Summarize(BenchCase one, double[] work, double[] baseline) =>
        new(one, Statistics.Median(work.Zip(baseline, static (w, b) => w / b)), Statistics.Median(work), Statistics.Median(baseline));
}
