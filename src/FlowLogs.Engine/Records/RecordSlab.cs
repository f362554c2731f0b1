using FlowLogs.Scanning;

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
    /// <param name="fields">The line, at most 65,535 bytes.</param>
    /// <param name="format">The line's format, with as many fields.</param>
    /// <param name="origin">What CloudWatch Logs knows of the event, where it came from there.</param>
    public FlowLogRecord Add(in LineFields fields, FlowLogFormat format, RecordOrigin? origin)
    {
        var line = fields.Line;
        var needed = line.Length + (fields.Count * 2);
        if (_bytes.Length - _used < needed)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(Size, needed));
            _used = 0;
        }

        var offset = _used;
        line.CopyTo(_bytes.AsSpan(offset));
        fields.CopyEnds(_bytes.AsSpan(offset + line.Length));
        _used = offset + needed;
        return new FlowLogRecord(format, _bytes, offset, line.Length, origin);
    }
}
