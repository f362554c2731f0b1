using FlowLogs.Scanning;

namespace FlowLogs.Records;

/// <summary>
/// Hands out space for records, several to one block, so that a record costs one small object and no array of its own.
/// A record that is kept keeps its block alive; the blocks are small for that reason.
/// </summary>
internal sealed class RecordSlab
{
    private const int Size = 8 * 1024;

    private RecordBlock? _block;
    private int _used;

    /// <summary>Makes a record of a line whose fields are separated by exactly one blank each.</summary>
    /// <param name="fields">The line, at most 65,535 bytes.</param>
    /// <param name="format">The line's format, with as many fields.</param>
    /// <param name="origin">What CloudWatch Logs knows of the event, where it came from there.</param>
    public FlowLogRecord Add(in LineFields fields, FlowLogFormat format, in RecordOrigin origin = default)
    {
        var line = fields.Line;
        var ends = line.Length + (fields.Count * RecordBlock.EndSize(line.Length));
        var needed = origin.IsNone ? ends : ends + RecordBlock.LengthOf(origin);
        byte place = 0;
        if (_block is not { } block || !ReferenceEquals(block.Format, format) || block.Bytes.Length - _used < needed
            || (!origin.IsNone && (place = block.NumberOf(origin)) == 0))
        {
            _block = block = new RecordBlock(format, Math.Max(Size, needed));
            _used = 0;
            place = origin.IsNone ? place : block.NumberOf(origin);
        }

        var offset = _used;
        line.CopyTo(block.Bytes.AsSpan(offset));
        fields.CopyEnds(block.Bytes.AsSpan(offset + line.Length), RecordBlock.EndSize(line.Length));
        if (place > 0)
            block.WriteOrigin(offset + ends, origin);
        _used = offset + needed;
        return new FlowLogRecord(block, offset, (ushort)line.Length, place);
    }
}
