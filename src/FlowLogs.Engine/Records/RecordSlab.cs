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
        var isEvent = !origin.IsNone;
        var line = fields.Line;
        var endSize = RecordBlock.EndSize(line.Length);
        var lineAndEnds = line.Length + (fields.Count * endSize);
        var needed = lineAndEnds + (isEvent ? RecordBlock.LengthOf(origin) : 0);
        byte place = 0;
        if (_block is not { } block || !ReferenceEquals(block.Format, format) || block.Bytes.Length - _used < needed
            || (isEvent && (place = block.NumberOf(origin)) == 0))
        {
            block = new RecordBlock(format, Math.Max(Size, needed));
            if (_block is not null)
                block.ContinuePlaces(_block);
            _block = block;
            _used = 0;
            if (isEvent)
                place = block.NumberOf(origin);
        }

        var offset = _used;
        line.CopyTo(block.Bytes.AsSpan(offset));
        fields.CopyEnds(block.Bytes.AsSpan(offset + line.Length), endSize);
        if (isEvent)
            block.WriteOrigin(offset + lineAndEnds, origin);
        _used = offset + needed;
        return new FlowLogRecord(block, offset, (ushort)line.Length, place);
    }
}
