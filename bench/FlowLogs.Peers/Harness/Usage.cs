using System.Diagnostics;

namespace FlowLogs.Peers.Harness;

/// <summary>What something took.</summary>
/// <param name="Seconds">Time.</param>
/// <param name="Processor">Processor time, of all threads and of programs that were started and have ended.</param>
internal sealed record Usage(double Seconds, double Processor)
{
    public static Usage operator -(Usage left, Usage right) =>
        new(left.Seconds - right.Seconds, left.Processor - right.Processor);

    /// <summary>Runs something.</summary>
    public static Usage Of(Func<string> run, out string answer)
    {
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime + ChildProgram.ProcessorTime();
        var start = Stopwatch.GetTimestamp();
        answer = run();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(seconds, (Environment.CpuUsage.TotalTime + ChildProgram.ProcessorTime() - processor).TotalSeconds);
    }
}
