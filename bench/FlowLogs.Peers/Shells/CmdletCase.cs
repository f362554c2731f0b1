using System.Globalization;
using FlowLogs.Peers.Harness;

namespace FlowLogs.Peers.Shells;

/// <summary>A cmdlet beside another way to do it in a shell. Each side is a script over <c>$file</c> and <c>$lines</c>.</summary>
internal sealed record CmdletCase(string Work, string Ours, string PeerName, string Peer, Bound? Bound = null)
{
    private const string Names = "version, account, eni, srcaddr, dstaddr, srcport, dstport, protocol, packets, bytes, start, end, action, status";

    private const string Records = "Get-FlowLogEvent -Path $file";

    private const string Csv = $"Import-Csv -LiteralPath $file -Delimiter ' ' -Header {Names}";

    private const string Wanted = "@(Get-FlowLogEvent -Path $file -DstPort 22 -Action REJECT).Count";

    /// <summary>Scripts that give the answers, where the sides give none.</summary>
    public string OursAnswer { get; init; } = "";

    public string PeerAnswer { get; init; } = "";

    /// <summary>Whether the peer is among the cmdlets that only a full shell has.</summary>
    public bool NeedsFullShell { get; init; }

    public int Rounds { get; init; } = 5;

    public static CmdletCase[] All { get; } =
    [
        // PowerShell keeps what is assigned until all has come, also to $null; what is redirected it does not.
        new("all records, kept to the end: `$null = Get-FlowLogEvent -Path`", "$null = Get-FlowLogEvent -Path $file",
            "a cmdlet that emits new objects", "$null = New-BareObject -Count $lines", Bound.AtMost(1.6))
        {
            OursAnswer = Counted(Records),
            PeerAnswer = Counted("New-BareObject -Count $lines"),
        },
        new("all records: `Get-FlowLogEvent -Path > $null`", Records + " > $null",
            "a cmdlet that emits new objects", "New-BareObject -Count $lines > $null")
        {
            OursAnswer = Counted(Records),
            PeerAnswer = Counted("New-BareObject -Count $lines"),
        },
        new("all records: `Get-FlowLogEvent -Path > $null`", Records + " > $null",
            "`Import-Csv -Delimiter ' ' -Header`", Csv + " > $null", Bound.Faster(5))
        {
            OursAnswer = Counted(Records),
            PeerAnswer = Counted(Csv),
            NeedsFullShell = true,
            Rounds = 3,
        },
        new("some records: `Get-FlowLogEvent -Path -DstPort 22 -Action REJECT`", Wanted, "`Get-FlowLogEvent | Where-Object`",
            "@(Get-FlowLogEvent -Path $file | Where-Object { $_.DstPort -eq 22 -and $_.Action -eq 'REJECT' }).Count", Bound.Faster(15)),
        new("some records: `Get-FlowLogEvent -Path -DstPort 22 -Action REJECT`", Wanted, "`Get-Content | ForEach-Object { -split }`",
            "@(Get-Content -LiteralPath $file | ForEach-Object { $field = -split $_; if ($field[6] -eq 22 -and $field[12] -eq 'REJECT') { $_ } }).Count")
        {
            NeedsFullShell = true,
            Rounds = 1,
        },
    ];

    /// <summary>Measures in a shell.</summary>
    public PeerResult Run(Shell shell, string file, long lines)
    {
        var ours = new Side("FlowLogs", static () => "");
        var one = new PeerCase(Work, ours, new Side(PeerName, static () => ""), Bound) { Rounds = Rounds };
        var printed = shell.Run("Measure-Pair.ps1", Shell.BareModule, file, lines.ToString(CultureInfo.InvariantCulture), Ours, Peer, OursAnswer, PeerAnswer, Rounds.ToString(CultureInfo.InvariantCulture));
        var rounds = printed.Select(static line => line.Split(' ').Select(static word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray())
            .Select(static round => (new Usage(round[0], round[1]), new Usage(round[2], round[3])));
        return new PeerResult(one, [.. rounds]);
    }

    private static string Counted(string command) => command + " | & { begin { $n = 0 } process { $n++ } end { $n } }";
}
