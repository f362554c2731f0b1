namespace FlowLogs.Peers.Cases;

/// <summary>A question about the lines of a file, as each program is asked it.</summary>
/// <param name="Name">The question.</param>
/// <param name="Command">FlowLogs, over <c>$file</c>.</param>
/// <param name="Select">DuckDB, from <c>lines</c>.</param>
/// <param name="Awk">The program of awk.</param>
internal sealed record Question(string Name, string Command, string Select, string Awk)
{
    /// <summary>Makes DuckDB's result one to compare, where <see cref="Select"/> gives too much.</summary>
    public string? SelectAnswer { get; init; }

    /// <summary>The same of FlowLogs.</summary>
    public string? CommandAnswer { get; init; }

    /// <summary>Counts what a typed filter lets through.</summary>
    public static Question Count { get; } = new(
        "count: `-DstPort 22 -Action REJECT`",
        "(Measure-FlowLog -Path $file -DstPort 22 -Action REJECT).Count",
        "SELECT count(*) FROM lines WHERE dstport = '22' AND action = 'REJECT'",
        "$7 == 22 && $13 == \"REJECT\" { n++ } END { print n + 0 }");

    /// <summary>Some thousand groups, of which five are wanted.</summary>
    public static Question TopTalkers { get; } = new(
        "top talkers: `-GroupBy SrcAddr -Sum Bytes -OrderBy Bytes -Top 5`",
        "Measure-FlowLog -Path $file -GroupBy SrcAddr -Sum Bytes -OrderBy Bytes -Top 5 | ForEach-Object { \"$($_.SrcAddr)=$($_.Bytes)\" }",
        "SELECT srcaddr, sum(CAST(bytes AS BIGINT)) AS total FROM lines GROUP BY srcaddr ORDER BY total DESC LIMIT 5",
        "{ s[$4] += $10 } END { for (a in s) printf \"%s=%.0f\\n\", a, s[a] }");

    /// <summary>About as many groups as lines; all of them are given.</summary>
    public static Question ManyGroups { get; } = new(
        "many groups: `-GroupBy SrcAddr, DstAddr, DstPort -Count`",
        "Measure-FlowLog -Path $file -GroupBy SrcAddr, DstAddr, DstPort -Count > $null",
        "SELECT srcaddr, dstaddr, dstport, count(*) AS n FROM lines GROUP BY srcaddr, dstaddr, dstport",
        "{ n[$4 \" \" $5 \" \" $7]++ } END { for (k in n) { g++; s += n[k] * n[k] } printf \"%d=%.0f\\n\", g, s }")
    {
        CommandAnswer = "Measure-FlowLog -Path $file -GroupBy SrcAddr, DstAddr, DstPort -Count | & { begin { $n = $s = 0L } process { $n++; $s += $_.Count * $_.Count } end { \"$n=$s\" } }",
        SelectAnswer = "SELECT count(*), sum(n * n)::BIGINT FROM (SELECT count(*) AS n FROM lines GROUP BY srcaddr, dstaddr, dstport)",
    };
}
