using System.Globalization;
using System.Text;
using FlowLogs.Bench.Shared;
using FlowLogs.Peers.Harness;
using FlowLogs.Peers.Shells;

namespace FlowLogs.Peers.Reporting;

/// <summary>The part of docs/performance.md about files and other programs.</summary>
internal sealed class PeersReport(long lines, long size, Shell shell)
{
    private static readonly string[] Programs = ["mawk", "grep", "gzip"];

    private readonly StringBuilder _page = new();

    /// <summary>The version of PowerShell's engine in this process.</summary>
    public string Engine { get; set; } = "";

    public string Duck { get; set; } = "";

    /// <summary>Whether there is a Measure-FlowLog, which most rows are about.</summary>
    public bool HasMeasure { get; set; }

    public IReadOnlyList<PeerResult> Files { get; set; } = [];

    public IReadOnlyList<PeerResult> Gzip { get; set; } = [];

    public IReadOnlyList<(long Lines, IReadOnlyList<PeerResult> Results)> Growth { get; set; } = [];

    public IReadOnlyList<PeerResult> Cmdlets { get; set; } = [];

    public long[] MemoryLines { get; set; } = [];

    public IReadOnlyList<MemoryRow> Memory { get; set; } = [];

    public ImportResult Import { get; set; } = new(0, 0, []);

    public string Write()
    {
        AppendIntroduction();
        AppendCases("Files, beside other programs", Files);
        AppendCases("Gzip", Gzip);
        AppendGrowth();
        AppendCases($"Cmdlets, in {shell.Name}", Cmdlets);
        AppendMemory();
        AppendImport();
        return _page.ToString();
    }

    private void AppendIntroduction()
    {
        var missing = Programs.Where(static name => !ChildProgram.Exists(name)).ToList();
        string[] notThere =
        [
            .. missing.Select(static name => $"{name} is not on this machine"),
            .. shell.IsFull ? [] : new[] { "without a full shell there is no Import-Csv and no Get-Content" },
            .. HasMeasure ? [] : new[] { "Measure-FlowLog is not there yet, and with it the tables of its rows" },
        ];
        Append(
            $"""
            # FlowLogs beside other programs

            {lines:N0} lines in the default format ({size / 1_000_000} MB), made up from a seed by `bench/FlowLogs.Peers/Data`, in a temporary folder
            and in the system's cache: some 10,000 source addresses, and about three different SrcAddr, DstAddr and DstPort for four
            lines. Both sides run by turns, after each has done the work for some seconds; before each run the processors are kept
            busy for a moment, since one that was idle is slow at first. The ratio is the median of the rounds' ratios of *times*,
            and the bounds are held to it. Processor time stands beside it: who uses both cores has more of it than time.
            Where both are asked the same, different answers make the run fail. FlowLogs is what a user types, in PowerShell {Engine}
            in the measuring process, where DuckDB {Duck} is too (`read_csv` with all columns as text, a thread for each core). The
            start of processes does not count: what a program takes for an empty file is taken off.
            """);
        if (notThere.Length > 0)
            Append($"Left out: {string.Join("; ", notThere)}.");
        bool[] met = [.. Bounded.Select(static one => one.MeetsBound), .. Memory.Select(static row => row.IsMet), Import.IsMet];
        Append($"{met.Count(static one => one)} of {met.Length} rows with a bound meet it.");
    }

    private IEnumerable<PeerResult> Bounded => Files.Concat(Gzip).Concat(Cmdlets).Where(static result => result.Case.Bound is not null);

    private void AppendCases(string title, IReadOnlyList<PeerResult> results)
    {
        if (results.Count == 0)
            return;
        Append($"## {title}");
        string[] heads = ["work", "beside", ">FlowLogs", "bound", "", ">by processor time", ">seconds", ">peer's", ">processor seconds", ">peer's"];
        Append(heads, results.Select(static result => new[]
        {
            result.Case.Work, result.Case.Peer.Name, Bound.Text(result.Ratio, result.Case.Bound), $"{result.Case.Bound}", Verdict(result),
            Bound.Text(result.ProcessorRatio, result.Case.Bound), Text(result.Ours.Seconds), Text(result.Peer.Seconds), Text(result.Ours.Processor), Text(result.Peer.Processor),
        }));
    }

    private void AppendGrowth()
    {
        if (Growth.Count == 0)
            return;
        Append($"## Growth");
        Append($"Seconds, and how many times faster than DuckDB.{(Growth.Count < Cases.Growth.SizeCount ? " There was no room for larger files." : "")}");
        Append([">lines", .. Cases.Growth.Questions.Select(static question => ">" + question.Name)], Growth.Select(static row => (string[])
        [
            string.Create(CultureInfo.InvariantCulture, $"{row.Lines:N0}"),
            .. row.Results.Select(static result => $"{Text(result.Ours.Seconds)} ({Text(1 / result.Ratio)})"),
        ]));
    }

    private void AppendMemory()
    {
        Append($"## Memory");
        Append($"The largest working sets of new shells, in MB over an idle one's ({Memory[0].Idle} MB): at most {MemoryRow.Most}, and for both files the same but for {MemoryRow.Same}.");
        Append(["work", .. MemoryLines.Select(static count => string.Create(CultureInfo.InvariantCulture, $">{count:N0} lines")), ""], Memory.Select(
            static row => (string[])[row.Work, .. row.Peaks.Select(peak => $"{peak - row.Idle}"), row.IsMet ? "met" : "**missed**"]));
    }

    private void AppendImport()
    {
        var loaded = Import.Loaded.Count == 0 ? "No assembly for AWS or Parquet is loaded then" : $"These are loaded: {string.Join(", ", Import.Loaded)}";
        Append(
            $"""
            ## Import

            `Import-Module FlowLogs` takes {Import.Milliseconds:0} ms in a new shell, {Import.Over:0} ms more than a module with one cmdlet and nothing else
            (at most {ImportResult.Most}: {(Import.IsMet ? "met" : "**missed**")}). {loaded}.
            """);
    }

    private void Append(FormattableString text) => _page.Append(text.ToString(CultureInfo.InvariantCulture)).Append("\n\n");

    private void Append(string[] heads, IEnumerable<string[]> rows)
    {
        MarkdownTable.Append(_page, heads, rows);
        _page.Append('\n');
    }

    private static string Verdict(PeerResult result) => result.Case.Bound is null ? "" : result.MeetsBound ? "met" : "**missed**";

    private static string Text(double number) => number.ToString(number < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
