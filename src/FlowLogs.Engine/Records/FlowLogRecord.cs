using System.Buffers.Binary;
using System.Text;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs;

/// <summary>
/// One flow log record. It holds its line as bytes, with single blanks between the fields, and finds and makes a property's
/// value when it is asked for; numbers were checked when the line was read. Immutable.
/// </summary>
public sealed partial class FlowLogRecord
{
    private readonly RecordBlock _block;
    private readonly ushort _offset;
    private readonly ushort _length;
    private readonly ushort _head;
    private readonly byte _place;
    private readonly bool _hasEnds;

    // A million of these may be kept: all that several share is in the block, and what can be found is not written down.
    internal FlowLogRecord(RecordBlock block, ushort offset, ushort length, ushort head, byte place, bool hasEnds)
    {
        _block = block;
        _offset = offset;
        _length = length;
        _head = head;
        _place = place;
        _hasEnds = hasEnds;
    }

    /// <summary>The fields of the record's line, in order.</summary>
    public IReadOnlyList<FlowField> GetFields() => _block.Format.Fields;

    /// <summary>A field's value: text, a number, a time or flags, or null where the line has <c>-</c> or lacks the field.</summary>
    /// <param name="name">AWS's name (<c>pkt-srcaddr</c>) or the property's (<c>PktSrcAddr</c>).</param>
    public object? GetValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var column = _block.Format.ColumnOf(name);
        return column < 0 ? null : GetValue(column);
    }

    /// <summary>The line, as it was written, but for runs of blanks, which became one.</summary>
    public override string ToString()
    {
        Span<byte> line = stackalloc byte[LineLength];
        CopyLine(line);
        return Encoding.UTF8.GetString(line);
    }

    /// <summary>How many bytes the line has, at most 65,535.</summary>
    internal int LineLength => Head.Length + _length;

    /// <summary>The format of the line.</summary>
    internal FlowLogFormat Format => _block.Format;

    /// <summary>What CloudWatch Logs knows of the event, where the record came from there.</summary>
    internal RecordOrigin Origin =>
        _place == 0 ? RecordOrigin.None : _block.ReadOrigin(_offset + _length + (_hasEnds ? RecordBlock.LengthOfEnds(Format.Fields.Count) : 0), _place);

    /// <summary>Copies the line's bytes.</summary>
    /// <param name="line">Takes them, as many as <see cref="LineLength"/> says.</param>
    internal void CopyLine(Span<byte> line)
    {
        Head.CopyTo(line);
        Rest.CopyTo(line[Head.Length..]);
    }

    /// <summary>The fields of the line.</summary>
    /// <param name="line">Room for the line, of just its length.</param>
    /// <param name="bounds">Room for their bounds; one more than there are fields.</param>
    internal LineFields GetFields(Span<byte> line, Span<ushort> bounds)
    {
        CopyLine(line);
        if (_hasEnds)
        {
            bounds[0] = ushort.MaxValue;
            for (var i = 1; i < bounds.Length; i++)
                bounds[i] = EndOf(i - 1);
        }
        else
        {
            FieldSplitter.Split(line, bounds);
        }

        return new LineFields(line, bounds);
    }

    /// <summary>Whether the format has names that the table lacks; they are no properties of this type.</summary>
    public bool HasUnknownFields() => _block.Format.UnknownColumns.Length > 0;

    /// <summary>The fields whose names the table lacks, with their text.</summary>
    public IEnumerable<KeyValuePair<string, string?>> GetUnknownFields()
    {
        foreach (var column in _block.Format.UnknownColumns)
            yield return new(_block.Format.Fields[column].PropertyName, (string?)GetValue(column));
    }

    private object? GetValue(int column)
    {
        var bytes = Raw(column);
        if (IsMissing(bytes))
            return null;
        var field = _block.Format.Fields[column];
        return field.Type switch
        {
            FlowFieldType.Int32 when field.Id == FlowFieldId.TcpFlags => (FlowTcpFlags)FieldNumber.Parse(bytes),
            FlowFieldType.Int32 => (int)FieldNumber.Parse(bytes),
            FlowFieldType.Int64 => FieldNumber.Parse(bytes),
            FlowFieldType.Time => FieldNumber.ToTime(FieldNumber.Parse(bytes)),
            _ => SharedTexts.Get(bytes),
        };
    }

    private string? Text(FlowFieldId id)
    {
        var bytes = Raw(id);
        return IsMissing(bytes) ? null : SharedTexts.Get(bytes);
    }

    private int? Int32(FlowFieldId id)
    {
        var bytes = Raw(id);
        return IsMissing(bytes) ? null : (int)FieldNumber.Parse(bytes);
    }

    private long? Int64(FlowFieldId id)
    {
        var bytes = Raw(id);
        return IsMissing(bytes) ? null : FieldNumber.Parse(bytes);
    }

    private DateTimeOffset? Time(FlowFieldId id)
    {
        var bytes = Raw(id);
        return IsMissing(bytes) ? null : FieldNumber.ToTime(FieldNumber.Parse(bytes));
    }

    /// <summary>A time in milliseconds since 1970; null where the field is missing.</summary>
    internal long? Milliseconds(FlowFieldId id)
    {
        var bytes = Raw(id);
        return IsMissing(bytes) ? null : FieldNumber.ToMilliseconds(FieldNumber.Parse(bytes));
    }

    /// <summary>A field's text as it stands in the line; empty where the format lacks the field.</summary>
    internal ReadOnlySpan<byte> Raw(FlowFieldId id)
    {
        var column = _block.Format.ColumnOf(id);
        return column < 0 ? [] : Raw(column);
    }

    /// <summary>The text of a column as it stands in the line.</summary>
    internal ReadOnlySpan<byte> Raw(int column)
    {
        if (_hasEnds)
            return Rest[(column == 0 ? 0 : EndOf(column - 1) + 1)..EndOf(column)];
        var inHead = _head == 0 ? 0 : Format.HeadColumns;
        return column < inHead ? FieldSplitter.Field(Head, column) : FieldSplitter.Field(Rest, column - inHead);
    }

    private ReadOnlySpan<byte> Head => _block.Heads[_head];

    private ReadOnlySpan<byte> Rest => _block.Bytes.AsSpan(_offset, _length);

    private ushort EndOf(int column) =>
        BinaryPrimitives.ReadUInt16LittleEndian(_block.Bytes.AsSpan(_offset + _length + (column * sizeof(ushort))));

    /// <summary>Whether a field's text says that there is no value.</summary>
    internal static bool IsMissing(ReadOnlySpan<byte> bytes) => bytes.IsEmpty || (bytes.Length == 1 && bytes[0] == '-');
}
