using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using FlowLogs.Querying.Tables;

namespace FlowLogs.Micro;

/// <summary>Counting keys of three cells, more than half of them seen before, beside a dictionary of the same.</summary>
public class GroupTable
{
    private const int Keys = SampleLines.Count / 2;
    private const int Gathered = 3 * 512;

    private readonly ulong[] _cells = MakeCells();

    /// <summary>What .NET has.</summary>
    [Benchmark(Baseline = true, Description = "Dictionary", OperationsPerInvoke = SampleLines.Count)]
    public int Plain()
    {
        var groups = new Dictionary<(ulong, ulong, ulong), ulong>();
        for (var i = 0; i < _cells.Length; i += 3)
            CollectionsMarshal.GetValueRefOrAddDefault(groups, (_cells[i], _cells[i + 1], _cells[i + 2]), out _)++;
        return groups.Count;
    }

    /// <summary>The table of Measure-FlowLog.</summary>
    [Benchmark(Description = "SharedTable", OperationsPerInvoke = SampleLines.Count)]
    public int Cells()
    {
        var groups = new SharedTable(new GroupLayout(3, 0, 0), SampleLines.Count);
        var feed = new TableFeed(groups);
        for (var i = 0; i < _cells.Length; i += Gathered)
            feed.Add(_cells.AsSpan(i, Math.Min(Gathered, _cells.Length - i)), Math.Min(Gathered, _cells.Length - i) / 3);
        feed.Finish();
        return groups.Count;
    }

    private static ulong[] MakeCells()
    {
        var random = new Random(1);
        var cells = new ulong[SampleLines.Count * 3];
        for (var i = 0; i < cells.Length; i += 3)
        {
            var key = (ulong)random.Next(Keys);
            (cells[i], cells[i + 1], cells[i + 2]) = (key * 0x9E3779B1, key % 40, key % 65536);
        }
        return cells;
    }
}
