using FlowLogs.Querying.Cells;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// What one thread makes of the lines that it reads: numbers, column by column. Some lines are gathered before they go into
/// the tables.
/// </summary>
internal sealed class MeasureTable : LineSink
{
    private const int Gathered = LineRun.MaxLines;

    private readonly MeasurePlan _plan;
    private readonly CellReader _reader;
    private readonly CellSource[] _sources;
    private readonly TableFeed _groups;
    private readonly TableFeed[] _values;
    private readonly HashSet<FlowField> _lacking = [];

    // The column of each source in the last line's format; -1 where it has none.
    private readonly int[] _columns;
    private FlowLogFormat? _format;
    private int _startColumn = -1;

    private readonly ulong[] _lines;

    // The cells of each field whose values are counted, and its lines.
    private readonly ulong[][] _cells;
    private readonly ulong[] _valueLines;
    private int _count;

    public MeasureTable(MeasurePlan plan, MeasureTables tables)
    {
        _plan = plan;
        _reader = new CellReader(plan.Texts, plan.BinLength);
        _sources = plan.Sources;
        _columns = new int[_sources.Length];
        _groups = new TableFeed(tables.Groups);
        _values = [.. tables.Values.Select(static values => new TableFeed(values))];
        _lines = new ulong[Gathered * plan.Layout.LineLength];
        _cells = [.. _values.Select(static _ => new ulong[Gathered])];
        _valueLines = new ulong[_values.Length == 0 ? 0 : Gathered * plan.ValueLayout.LineLength];
    }

    /// <summary>What was taken.</summary>
    public RecordCount Taken { get; } = new();

    /// <summary>Whether the format of some lines had no such field.</summary>
    public bool Lacks(FlowField field) => _lacking.Contains(field);

    public override void Add(FlowLogFormat format, in LineRun run, ReadOnlySpan<ushort> chosen)
    {
        if (!ReferenceEquals(format, _format))
            Bind(format);
        if (_count + chosen.Length > Gathered)
            Flush();
        Taken.Records += chosen.Length;
        if (_startColumn >= 0)
        {
            foreach (var line in chosen)
                Taken.AddTime(run[line][_startColumn]);
        }

        var lineLength = _plan.Layout.LineLength;
        for (var i = 0; i < _sources.Length; i++)
        {
            if (i < lineLength)
                _reader.Read(run, chosen, _columns[i], _sources[i].Kind, _lines.AsSpan((_count * lineLength) + i), lineLength);
            else
                _reader.Read(run, chosen, _columns[i], _sources[i].Kind, _cells[i - lineLength].AsSpan(_count), 1);
        }

        _count += chosen.Length;
    }

    /// <summary>
    /// Puts what was taken into the tables, but for what was gathered for one of their parts. To be called when nothing more
    /// comes, before <see cref="Give"/>.
    /// </summary>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more groups than may be.</exception>
    public void Finish()
    {
        Flush();
        _groups.GiveOwn();
        foreach (var values in _values)
            values.GiveOwn();
    }

    /// <summary>Puts what was gathered for a part into the tables.</summary>
    /// <param name="part">The part's number.</param>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more groups than may be.</exception>
    public void Give(int part)
    {
        _groups.Give(part);
        foreach (var values in _values)
            values.Give(part);
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
        for (var i = 0; i < _values.Length; i++)
            FlushValues(_values[i], _cells[i].AsSpan(0, _count));
        _groups.Add(_lines, _count);
        _count = 0;
    }

    private void FlushValues(TableFeed values, ReadOnlySpan<ulong> cells)
    {
        var (keyLength, lineLength, valueLength) = (_plan.Layout.KeyLength, _plan.Layout.LineLength, _plan.ValueLayout.LineLength);
        var count = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] == Cell.Missing)
                continue;
            var line = _valueLines.AsSpan(count++ * valueLength, valueLength);
            _lines.AsSpan(i * lineLength, keyLength).CopyTo(line);
            line[^1] = cells[i];
        }

        values.Add(_valueLines, count);
    }
}
