using FlowLogs.Scanning;

namespace FlowLogs.Records;

/// <summary>
/// Hands out space for records, several to one block, so that a record costs one small object and no array of its own.
/// A record that is kept keeps its block alive; the blocks are small for that reason.
/// </summary>
internal sealed class RecordSlab
{
    private const int Size = 8 * 1024;

    private RecordHeads _heads = new();
    private RecordBlock? _block;
    private int _used;

    /// <summary>Makes a record of a line whose fields are separated by exactly one blank each.</summary>
    /// <param name="fields">The line, at most 65,535 bytes.</param>
    /// <param name="format">The line's format, with as many fields.</param>
    /// <param name="origin">What CloudWatch Logs knows of the event, where it came from there.</param>
    public FlowLogRecord Add(in LineFields fields, FlowLogFormat format, in RecordOrigin origin = default)
    {
        var line = fields.Line;
        var hasEnds = line.Count((byte)' ') >= fields.Count;
        var head = hasEnds ? 0 : NumberOf(line[..(fields.StartOf(format.HeadColumns) - fields.StartOf(0))]);
        var rest = line[_heads[head].Length..];
        var restAndEnds = rest.Length + (hasEnds ? RecordBlock.LengthOfEnds(fields.Count) : 0);
        var isEvent = !origin.IsNone;
        var needed = restAndEnds + (isEvent ? RecordBlock.LengthOf(origin) : 0);
        byte place = 0;
        if (_block is not { } block || !ReferenceEquals(block.Format, format) || block.Bytes.Length - _used < needed
            || (isEvent && (place = block.NumberOf(origin)) == 0))
        {
            block = new RecordBlock(format, _heads, Math.Max(Size, needed));
            if (_block is not null)
                block.ContinuePlaces(_block);
            _block = block;
            _used = 0;
            if (isEvent)
                place = block.NumberOf(origin);
        }

        var offset = _used;
        rest.CopyTo(block.Bytes.AsSpan(offset));
        if (hasEnds)
            fields.CopyEnds(block.Bytes.AsSpan(offset + rest.Length));
        if (isEvent)
            block.WriteOrigin(offset + restAndEnds, origin);
        _used = offset + needed;
        return new FlowLogRecord(block, (ushort)offset, (ushort)rest.Length, (ushort)head, place, hasEnds);
    }

    private int NumberOf(ReadOnlySpan<byte> head)
    {
        var number = _heads.NumberOf(head);
        if (number >= 0)
            return number;
        _heads = new RecordHeads();
        _block = null;
        return _heads.NumberOf(head);
    }
}
