using System.IO.Compression;

namespace FlowLogs.Reading;

/// <summary>
/// Inflates gzip and notices where it was cut off. <see cref="GZipStream"/> checks the sums of what it inflates, but takes
/// the end of its input for the end of the data wherever it comes: the missing part would go unnoticed. It needs no stream
/// that seeks.
/// </summary>
internal sealed class CheckedGzipStream : ForwardStream
{
    // A header of 10 bytes, 2 of an empty block, a trailer of 8.
    private const int MinMemberLength = 20;

    private readonly GzipMembers _members;
    private readonly GZipStream _inflated;
    private long _length;
    private long _memberStart;
    private long _memberOffset;

    public CheckedGzipStream(Stream stream)
    {
        _members = new GzipMembers(stream, EndMember);
        _inflated = new GZipStream(_members, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _inflated.Read(buffer);
        _length += read;
        if (read == 0 && !buffer.IsEmpty && !(_members.IsAtEnd() && IsMemberEnd()))
            throw new InvalidDataException("it breaks off, or something follows it.");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inflated.Dispose();
        base.Dispose(disposing);
    }

    // What looks like the beginning of a member may be a part of the compressed data; then its length does not fit.
    private void EndMember()
    {
        if (!IsMemberEnd())
            return;
        _memberStart = _length;
        _memberOffset = _members.BytesRead;
    }

    // A member ends with the length of its contents (RFC 1952, ISIZE). All that came before was inflated by now: more is
    // asked for only when nothing is left.
    private bool IsMemberEnd() =>
        _members.BytesRead - _memberOffset >= MinMemberLength && _members.LastWord == (uint)(_length - _memberStart);
}
