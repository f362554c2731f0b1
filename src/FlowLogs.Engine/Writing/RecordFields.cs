using FlowLogs.Records;

namespace FlowLogs.Writing;

/// <summary>
/// The values of a record while a document is made of it. It remembers which fields were taken, so that those that have no
/// place of their own in the document are known at the end and none is lost.
/// </summary>
internal ref struct RecordFields(FlowLogRecord record)
{
    // One bit for each column; a format has 127 at most.
    private UInt128 _taken;

    public readonly FlowLogRecord Record => record;

    /// <summary>A field's text; empty where there is no value.</summary>
    public readonly ReadOnlySpan<byte> Peek(FlowFieldId id)
    {
        var text = record.Raw(id);
        return FlowLogRecord.IsMissing(text) ? [] : text;
    }

    /// <summary>Whether a field has a value.</summary>
    public readonly bool Has(FlowFieldId id) => !Peek(id).IsEmpty;

    /// <summary>Whether any of the fields has a value.</summary>
    public readonly bool HasAny(params ReadOnlySpan<FlowFieldId> ids)
    {
        foreach (var id in ids)
        {
            if (Has(id))
                return true;
        }

        return false;
    }

    /// <summary>The value of a field of a number; null where there is none.</summary>
    public readonly long? Number(FlowFieldId id) => Peek(id) is { IsEmpty: false } text ? FieldNumber.Parse(text) : null;

    /// <summary>The value of a field of a time, in milliseconds since 1970; null where there is none.</summary>
    public readonly long? Time(FlowFieldId id) => Number(id) is { } value ? FieldNumber.ToMilliseconds(value) : null;

    /// <summary>Notes that a field's value has its place in the document.</summary>
    public void Take(FlowFieldId id)
    {
        var column = record.Format.ColumnOf(id);
        if (column >= 0)
            _taken |= UInt128.One << column;
    }

    /// <summary>Whether a column has a value that was not taken.</summary>
    public readonly bool IsLeft(int column) =>
        (_taken >> column & 1) == 0 && !FlowLogRecord.IsMissing(record.Raw(column));

    /// <summary>Whether any column has a value that was not taken.</summary>
    public readonly bool IsAnyLeft()
    {
        for (var column = 0; column < record.Format.Fields.Count; column++)
        {
            if (IsLeft(column))
                return true;
        }

        return false;
    }
}
