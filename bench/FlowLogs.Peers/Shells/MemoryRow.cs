using System.Globalization;

namespace FlowLogs.Peers.Shells;

/// <summary>The largest working sets of shells that did something, over an idle one's, in megabytes.</summary>
/// <param name="Work">What they did.</param>
/// <param name="Peaks">For each file the largest working set.</param>
/// <param name="Idle">That of a shell that did nothing.</param>
internal sealed record MemoryRow(string Work, IReadOnlyList<int> Peaks, int Idle)
{
    /// <summary>How much more than an idle shell it may be.</summary>
    public const int Most = 100;

    /// <summary>What the garbage collector's choice of moment may make of difference between files.</summary>
    public const int Same = 10;

    private static readonly (string Work, string Command)[] Commands =
    [
        ("`Measure-FlowLog -DstPort 22 -Action REJECT`", "Measure-FlowLog -Path $file -DstPort 22 -Action REJECT"),
        ("`Measure-FlowLog -GroupBy SrcAddr -Sum Bytes`", "Measure-FlowLog -Path $file -GroupBy SrcAddr -Sum Bytes"),
        ("`Get-FlowLogEvent -Path > $null`", "Get-FlowLogEvent -Path $file > $null"),
    ];

    public bool IsMet => Peaks.All(peak => peak - Idle <= Most) && Peaks.Max() - Peaks.Min() <= Same;

    /// <param name="shell">The shell.</param>
    /// <param name="files">The files.</param>
    /// <param name="hasMeasure">Whether there is a Measure-FlowLog.</param>
    public static IEnumerable<MemoryRow> Run(Shell shell, IReadOnlyList<string> files, bool hasMeasure)
    {
        var idle = Peak(shell, "", "");
        foreach (var (work, command) in Commands.Where(one => hasMeasure || !one.Command.StartsWith("Measure", StringComparison.Ordinal)))
            yield return new(work, [.. files.Select(file => Peak(shell, file, command))], idle);
    }

    private static int Peak(Shell shell, string file, string command) => int.Parse(shell.Run("Get-PeakMemory.ps1", file, command)[^1], CultureInfo.InvariantCulture);
}
