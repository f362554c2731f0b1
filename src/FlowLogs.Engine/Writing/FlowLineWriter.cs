using System.Buffers;
using FlowLogs.Records;

namespace FlowLogs.Writing;

/// <summary>
/// Writes records as lines of a flow log. A value is written with the bytes that it was read with; a field that the
/// record lacks is <c>-</c>.
/// </summary>
/// <param name="format">The fields of the lines; null: each record's own.</param>
public sealed class FlowLineWriter(FlowLogFormat? format = null) : FlowRecordWriter
{
    private FlowLogFormat? _headerFormat;
    private FlowLogFormat? _source;

    // For each field of the lines, its column in records of the source's format; -1 where they lack it.
    private int[] _columns = [];

    /// <summary>
    /// The header line that tells the format of the record's line, where the line before it had another format or there
    /// was none; else null. It has the bare names, as in files that AWS writes to S3.
    /// </summary>
    public string? NextHeader(FlowLogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var next = format ?? record.Format;
        if (ReferenceEquals(next, _headerFormat))
            return null;
        var isSame = _headerFormat is { } last && HaveSameFields(last, next);
        _headerFormat = next;
        return isSame ? null : string.Join(' ', next.Fields);
    }

    internal override void Write(FlowLogRecord record, IBufferWriter<byte> output)
    {
        if (format is null || ReferenceEquals(format, record.Format))
        {
            var length = record.LineLength;
            record.CopyLine(output.GetSpan(length));
            output.Advance(length);
            return;
        }

        if (!ReferenceEquals(_source, record.Format))
        {
            _source = record.Format;
            _columns = [.. format.Fields.Select(record.Format.ColumnOf)];
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            if (i > 0)
                output.Write(" "u8);
            output.Write(_columns[i] < 0 ? "-"u8 : record.Raw(_columns[i]));
        }
    }

    private static bool HaveSameFields(FlowLogFormat one, FlowLogFormat other) =>
        one.Fields.Select(static field => field.Name).SequenceEqual(other.Fields.Select(static field => field.Name));
}
