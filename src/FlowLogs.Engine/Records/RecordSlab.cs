using System.Buffers.Binary;

namespace FlowLogs.Records;

/// <summary>
/// Hands out space for records, several to one array, so that a record costs one small object and no array of its own.
/// A record that is kept keeps its array alive; the arrays are small for that reason.
/// </summary>
internal sealed class RecordSlab
{
    private const int Size = 8 * 1024;

    private byte[] _bytes = [];
    private int _used;

    /// <summary>Makes a record of a line whose fields are separated by exactly one blank each.</summary>
    /// <param name="line">The line, at most 65,535 bytes.</param>
    /// <param name="ends">The end of each field in the line.</param>
    /// <param name="format">The line's format, with as many fields.</param>
    /// <param name="origin">What CloudWatch Logs knows of the event, where it came from there.</param>
    public FlowLogRecord Add(ReadOnlySpan<byte> line, ReadOnlySpan<int> ends, FlowLogFormat format, RecordOrigin? origin)
    {
        var needed = line.Length + (ends.Length * 2);
        if (_bytes.Length - _used < needed)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(Size, needed));
            _used = 0;
        }

        var offset = _used;
        line.CopyTo(_bytes.AsSpan(offset));
        var table = _bytes.AsSpan(offset + line.Length);
        for (var i = 0; i < ends.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(table[(i * 2)..], (ushort)ends[i]);
        _used = offset + needed;
        return new FlowLogRecord(format, _bytes, offset, line.Length, origin);
    }
}
