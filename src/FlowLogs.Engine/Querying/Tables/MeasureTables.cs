using FlowLogs.Hashing;
using FlowLogs.Querying.Answers;
using FlowLogs.Records;

namespace FlowLogs.Querying.Tables;

/// <summary>The groups of the records of one reading, which all its threads add to.</summary>
internal sealed class MeasureTables
{
    private readonly MeasurePlan _plan;
    private readonly List<MeasureTable> _threads = [];

    public MeasureTables(MeasurePlan plan)
    {
        _plan = plan;
        Groups = new SharedTable(plan.Layout, plan.MaxGroups);
        Values = [.. plan.Query.Distinct.Select(_ => new SharedTable(plan.ValueLayout, plan.MaxGroups))];
    }

    /// <summary>The groups.</summary>
    public SharedTable Groups { get; }

    /// <summary>For each field whose values are counted: the values in each group, the group's key with one cell more.</summary>
    public SharedTable[] Values { get; }

    /// <summary>Makes a table for one more thread.</summary>
    public MeasureTable Open()
    {
        var table = new MeasureTable(_plan, this);
        lock (_threads)
            _threads.Add(table);
        return table;
    }

    /// <summary>The answer from all that was read. The tables are used up.</summary>
    public static FlowQueryResult Answer(MeasurePlan plan, IReadOnlyList<MeasureTables> readings)
    {
        var threads = readings.SelectMany(static reading => reading._threads).ToList();
        Parallel.ForEach(threads, static thread => thread.Finish());
        // By parts, or the threads would wait for each other at each.
        Parallel.For(0, 1 << SharedTable.PartBits, part => threads.ForEach(thread => thread.Give(part)));
        var all = readings.MaxBy(static reading => reading.Groups.Count)!;
        foreach (var other in readings)
        {
            if (other != all)
                all.Take(other);
        }

        for (var index = 0; index < all.Values.Length; index++)
            all.CountValues(index);
        if (plan.Keys.Length == 0 && all.Groups.Count == 0)
            all.AddGroupOfAll();
        FlowField[] lacking = [.. plan.Sources.Select(static source => source.Field).Distinct().Where(field => threads.Exists(thread => thread.Lacks(field)))];

        // What lines were gathered in is memory for what follows.
        threads.Clear();
        foreach (var reading in readings)
            reading._threads.Clear();
        return new MeasureRows(plan, all.Groups, lacking).Result;
    }

    private void Take(MeasureTables other)
    {
        Groups.AddGroups(other.Groups);
        for (var index = 0; index < Values.Length; index++)
            Values[index].AddGroups(other.Values[index]);
    }

    // All records are a group, even if there are none.
    private void AddGroupOfAll()
    {
        var one = new CellTable(_plan.Layout);
        one.FindOrAdd([], SeededHash.Of([]));
        Groups.AddGroups(one);
    }

    // Threads may have parts of the same group.
    private void CountValues(int index) => Parallel.ForEach(Values[index].Parts, part =>
    {
        for (var row = 0; row < part.Count; row++)
        {
            var group = Groups.Find(part.Key(row)[..^1]);
            Interlocked.Increment(ref _plan.Layout.Distinct(Groups.Values(group), index));
        }
    });
}
