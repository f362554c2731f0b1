using System.Buffers;
using System.Text;

namespace FlowLogs.Writing;

/// <summary>Writes records as text, one line for each. One writer serves one output, from one thread at a time.</summary>
public abstract class FlowRecordWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(2048);

    private protected FlowRecordWriter()
    {
    }

    /// <summary>The record's line, without a line end.</summary>
    /// <exception cref="FlowLogException"><c>NoTime</c>: the form needs a time, and the record has none.</exception>
    public string Write(FlowLogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _buffer.ResetWrittenCount();
        Write(record, _buffer);
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    /// <summary>Writes the record's line in UTF-8, without a line end.</summary>
    internal abstract void Write(FlowLogRecord record, IBufferWriter<byte> output);
}
