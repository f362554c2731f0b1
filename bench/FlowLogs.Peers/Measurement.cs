using System.Diagnostics;
using System.Globalization;
using FlowLogs.Bench.Shared;
using FlowLogs.Peers.Cases;
using FlowLogs.Peers.Data;
using FlowLogs.Peers.Harness;
using FlowLogs.Peers.Reporting;
using FlowLogs.Peers.Shells;
using FlowLogs.Peers.Sides;

namespace FlowLogs.Peers;

/// <summary>Measures all there is, tells of it as it goes, and writes two parts of docs/performance.md.</summary>
internal static class Measurement
{
    // What the many lines are for memory, beside the few.
    private const int Many = 10;

    private static readonly Stopwatch Watch = Stopwatch.StartNew();

    /// <exception cref="InvalidOperationException">Two sides give different answers, or a program failed.</exception>
    public static void Run(long lines)
    {
        using var folder = new BenchFolder();
        var shell = Shell.Find();
        var file = folder.Lines(lines);
        var report = new PeersReport(lines, new FileInfo(file).Length, shell);
        Tell($"{lines:N0} lines, cmdlets in {shell.Name}");

        using (var module = new ModuleHost())
        using (var duck = new DuckDb())
            RunHere(folder, lines, module, duck, report);

        report.Cmdlets = [.. CmdletCase.All.Where(one => shell.IsFull || !one.NeedsFullShell).Select(one => Tell(one.Run(shell, file, lines)))];
        Tell("memory and import");
        report.MemoryLines = folder.HasRoomFor(lines * Many) ? [lines, lines * Many] : [lines];
        report.Memory = [.. MemoryRow.Run(shell, [.. report.MemoryLines.Select(folder.Lines)], report.HasMeasure)];
        report.Import = ImportResult.Run(shell);
        Repository.WritePart("peers", report.Write());

        Tell("bench/EventReading");
        if (EventReading.Run() is { } printed)
            Repository.WritePart("events", EventsReport.Write(printed));
    }

    private static void RunHere(BenchFolder folder, long lines, ModuleHost module, DuckDb duck, PeersReport report)
    {
        report.Engine = module.Version;
        report.Duck = duck.Version;
        report.HasMeasure = module.Has("Measure-FlowLog");
        if (!report.HasMeasure)
            return;
        report.Files = [.. FileCases.Of(folder, lines, module, duck).Select(static one => Tell(PeerRunner.Run(one)))];
        report.Gzip = [.. GzipCases.Of(folder, lines, module, duck).Select(static one => Tell(PeerRunner.Run(one)))];
        Tell("growth");
        report.Growth = [.. Growth.Run(folder, lines, module, duck)];
    }

    private static PeerResult Tell(PeerResult result)
    {
        Tell(string.Create(
            CultureInfo.InvariantCulture,
            $"{Bound.Text(result.Ratio, result.Case.Bound),20}, {result.Ours.Seconds:F3} s and {result.Peer.Seconds:F3} s, {result.Case.Peer.Name}: {result.Case.Work}"));
        return result;
    }

    private static void Tell(string text) => Console.WriteLine($"{Watch.Elapsed:mm\\:ss} {text}");
}
