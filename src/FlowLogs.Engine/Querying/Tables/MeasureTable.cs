using FlowLogs.Querying.Answers;
using FlowLogs.Querying.Cells;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// The groups of the records that one thread has met. Lines are gathered, some at a time, so that a table too large for the
/// processor's caches is asked for several groups at once.
/// </summary>
internal sealed class MeasureTable : LineSink
{
    private const int Gathered = 32;

    private readonly MeasurePlan _plan;
    private readonly CellReader _reader;
    private readonly CellSource[] _sources;
    private readonly int _keys;
    private readonly int _counted;
    private readonly int _sums;
    private readonly GroupValues _values;
    private readonly CellTable _groups;

    // For each field whose values are counted: group and cell.
    private readonly CellTable[] _pairs;
    private readonly HashSet<FlowField> _lacking = [];

    // The column of each source in the last line's format; -1 where it has none.
    private readonly int[] _columns;
    private FlowLogFormat? _format;
    private int _startColumn = -1;

    private readonly ulong[] _lines;
    private readonly uint[] _hashes = new uint[Gathered];
    private int _count;

    public MeasureTable(MeasurePlan plan)
    {
        _plan = plan;
        _reader = new CellReader(plan.Texts, plan.BinLength);
        _sources = plan.Sources;
        _keys = plan.Keys.Length;
        _counted = plan.Query.Distinct.Count;
        _sums = plan.Query.Sums.Count;
        _values = new GroupValues(_sums, _counted);
        _groups = new CellTable(_keys, _values.Length, plan.MaxGroups);
        _pairs = [.. plan.Query.Distinct.Select(_ => new CellTable(2, 0, plan.MaxGroups))];
        _columns = new int[_sources.Length];
        _lines = new ulong[Gathered * _sources.Length];
    }

    /// <summary>What was taken; that of tables that are joined is not.</summary>
    public RecordCount Taken { get; } = new();

    public override void Add(FlowLogFormat format, in LineFields fields)
    {
        if (!ReferenceEquals(format, _format))
            Bind(format);
        Taken.Records++;
        if (_startColumn >= 0)
            Taken.AddTime(fields[_startColumn]);
        var line = _lines.AsSpan(_count * _sources.Length, _sources.Length);
        for (var i = 0; i < line.Length; i++)
            line[i] = _columns[i] < 0 ? Cell.Missing : _reader.Read(fields, _columns[i], _sources[i].Kind);
        _hashes[_count++] = CellHash.Of(line[.._keys]);
        if (_count == Gathered)
            Flush();
    }

    /// <summary>Takes a record.</summary>
    public void Add(FlowLogRecord record) =>
        Add(record.Format, record.GetFields(stackalloc byte[record.LineLength], stackalloc ushort[record.Format.Fields.Count + 1]));

    /// <summary>Joins the tables of one plan. They are used up.</summary>
    public static MeasureTable Merge(IReadOnlyList<MeasureTable> tables)
    {
        foreach (var table in tables)
            table.Flush();
        var all = tables.MaxBy(static table => table._groups.Count)!;
        foreach (var table in tables)
        {
            if (table != all)
                all.Take(table);
        }

        return all;
    }

    /// <summary>The answer, when all tables have been joined.</summary>
    public FlowQueryResult ToResult()
    {
        if (_keys == 0)
            _groups.FindOrAdd([], CellHash.Of([]));
        FlowField[] lacking = [.. _plan.Sources.Select(static source => source.Field).Distinct().Where(_lacking.Contains)];
        return new MeasureRows(_plan, _groups, _values, lacking).Result;
    }

    private void Bind(FlowLogFormat format)
    {
        _format = format;
        _startColumn = _plan.CountsTimes ? format.ColumnOf(FlowFieldId.Start) : -1;
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = format.ColumnOf(_sources[i].Field);
            if (_columns[i] < 0)
                _lacking.Add(_sources[i].Field);
        }
    }

    private void Flush()
    {
        var hashes = _hashes.AsSpan(0, _count);
        _count = 0;
        _groups.Touch(hashes);
        for (var i = 0; i < hashes.Length; i++)
            Take(_lines.AsSpan(i * _sources.Length, _sources.Length), hashes[i]);
    }

    private void Take(ReadOnlySpan<ulong> line, uint hash)
    {
        var row = _groups.FindOrAdd(line[.._keys], hash);
        var values = _groups.Values(row);
        GroupValues.Count(values)++;
        for (var i = 0; i < _counted; i++)
        {
            if (line[_keys + i] != Cell.Missing)
                TakePair(i, row, line[_keys + i], values);
        }

        for (var i = 0; i < _sums; i++)
            GroupValues.AddAmount(values, i, (long)line[_keys + _counted + i]);
    }

    private void TakePair(int index, int row, ulong cell, Span<ulong> values)
    {
        var pairs = _pairs[index];
        var known = pairs.Count;
        ReadOnlySpan<ulong> pair = [(uint)row, cell];
        pairs.FindOrAdd(pair, CellHash.Of(pair));
        _values.Distinct(values, index) += (uint)(pairs.Count - known);
    }

    private void Take(MeasureTable other)
    {
        _lacking.UnionWith(other._lacking);
        var rows = _groups.TakeAll(other._groups, _values.AddAll);
        for (var index = 0; index < _counted; index++)
        {
            foreach (var counted in other._pairs[index].Rows())
            {
                var pair = other._pairs[index].Key(counted);
                var row = rows[(int)pair[0]];
                TakePair(index, row, pair[1], _groups.Values(row));
            }
        }
    }
}
