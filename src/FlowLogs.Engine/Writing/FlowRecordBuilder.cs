using System.Buffers;
using System.Text;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Writing;

/// <summary>Makes records of values, such as those of objects that a shell read from a CSV or JSON file.</summary>
/// <param name="format">The fields of the records.</param>
public sealed class FlowRecordBuilder(FlowLogFormat format)
{
    private readonly RecordSlab _slab = new();
    private readonly ArrayBufferWriter<byte> _line = new(512);
    private readonly ushort[] _bounds = new ushort[format.Fields.Count + 1];

    /// <summary>Makes a record.</summary>
    /// <param name="values">
    /// A value for each field: as the record's properties have it, or the text of that; times also as epoch numbers, TCP
    /// flags as a number or as names with commas. Null and empty texts are <c>-</c>.
    /// </param>
    /// <exception cref="FlowLogException">
    /// <c>InvalidFieldValue</c>: a field cannot have such a value. <c>LineTooLong</c>: the line would have more than 65,535
    /// bytes.
    /// </exception>
    public FlowLogRecord Build(ReadOnlySpan<object?> values)
    {
        _line.ResetWrittenCount();
        _bounds[0] = ushort.MaxValue;
        for (var i = 0; i < format.Fields.Count; i++)
        {
            if (i > 0)
                _line.Write(" "u8);
            Encoding.UTF8.GetBytes(FieldText.Of(format.Fields[i], values[i]), _line);
            _bounds[i + 1] = (ushort)_line.WrittenCount;
        }

        return _line.WrittenCount <= LineScanner.MaxLineLength
            ? _slab.Add(new LineFields(_line.WrittenSpan, _bounds), format)
            : throw new FlowLogException("LineTooLong", FlowErrorKind.InvalidData, $"The record's line would have more than {LineScanner.MaxLineLength:N0} bytes.");
    }
}
