using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <content>Lines as nearly all are.</content>
internal sealed partial class LineScanner
{
    private static readonly ushort[] AllLines = [.. Enumerable.Range(0, LineRun.MaxLines).Select(static line => (ushort)line)];

    private readonly ushort[] _chosen = new ushort[LineRun.MaxLines];
    private readonly ushort[] _bounds = new ushort[FlowLogFormat.MaxFields + 1];

    /// <summary>Whether lines that <see cref="TryScan"/> took for records of a format, and that alone, are just that here.</summary>
    public bool Accepts(FlowLogFormat format) =>
        _layouts.All.Exists(layout => layout.PlainCount > 0 && layout.Format.HasFieldsOf(format));

    /// <summary>The format that lines are tried with first, if a line may have it beyond doubt.</summary>
    public FlowLogFormat? PlainFormat => _layouts.Current is { PlainCount: > 0 } layout ? layout.Format : null;

    /// <summary>
    /// Goes past the next lines that leave no doubt that they are records of the last line's format, whatever was before
    /// them; see <see cref="LineSplitter.MoveRun"/>.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="chosen">The numbers in the run of those that pass the test.</param>
    public LineRun ScanRun(ref LineSplitter lines, out ReadOnlySpan<ushort> chosen)
    {
        chosen = [];
        var layout = _layouts.Current;
        if (layout.PlainCount == 0)
            return default;
        var run = lines.MoveRun(layout.PlainCount, layout.Shape);
        if (run.Count == 0)
            return run;
        var all = _chosen.AsSpan(0, run.Count);
        AllLines.AsSpan(0, run.Count).CopyTo(all);
        chosen = layout.Test is { } test ? all[..test.Choose(run, all)] : all;
        return run;
    }

    /// <summary>Makes a record of a line of a run.</summary>
    public FlowLogRecord Make(scoped in LineFields fields, in RecordOrigin origin) => _slab.Add(fields, _layouts.Current.Format, origin);

    /// <summary>
    /// Reads a line as nearly all are: one that leaves no doubt that it is a record of the last line's format, whatever was
    /// before it. All others are for <see cref="Scan"/>.
    /// </summary>
    /// <param name="line">The line, as it was split.</param>
    /// <param name="origin">What CloudWatch Logs knows of the event, where it came from there.</param>
    /// <param name="sink">Takes the record if no object is wanted of it.</param>
    /// <param name="record">The record; null if it does not pass the test, or there is a sink.</param>
    public bool TryScan(scoped in LineSplitter line, in RecordOrigin origin, LineSink? sink, out FlowLogRecord? record)
    {
        record = null;
        var layout = _layouts.Current;
        if (line.FieldCount != layout.PlainCount || layout.PlainCount == 0)
            return false;
        var index = line.Index;
        var bounds = index.Bounds(line.First, line.FieldCount);
        int start = (ushort)(bounds[0] + 1), end = bounds[^1];
        if (index.HasControls(start, end))
        {
            if (!EndsInReturn(line.Text, index, start, end))
                return false;
            bounds.CopyTo(_bounds);
            _bounds[line.FieldCount]--;
            bounds = _bounds.AsSpan(0, bounds.Length);
        }

        var text = line.Text;
        if (!PlainShape.MayBegin(text[start]))
            return false;
        var fields = new LineFields(text, bounds);
        if (layout.Shape.CountFitting(text, index, line.First, 1) == 0
            && (index.HasEmptyFields(line.First, line.FieldCount) || text[start] > '9' || layout.FindBadNumber(fields, out _) >= 0))
        {
            return false;
        }

        if (layout.NeededColumn >= 0 && fields[layout.NeededColumn] is [(byte)'-'])
            return false;

        if (layout.Test?.IsMatch(fields) == false)
            return true;
        if (sink is null)
            record = _slab.Add(fields, layout.Format, origin);
        else
            sink.Add(layout.Format, fields);
        return true;
    }

    // A carriage return behind a field, and no other control character.
    private static bool EndsInReturn(ReadOnlySpan<byte> text, LineIndex index, int start, int end) =>
        end - start > 1 && text[end - 1] == '\r' && text[end - 2] != ' ' && !index.HasControls(start, end - 2);
}
