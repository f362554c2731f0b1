namespace FlowLogs.Reading;

/// <summary>A stream whose first four bytes can be looked at before it is read.</summary>
internal sealed class HeadStream : ForwardStream
{
    private readonly Stream _stream;
    private readonly byte[] _head = new byte[4];
    private readonly int _headLength;
    private int _position;

    public HeadStream(Stream stream)
    {
        _stream = stream;
        _headLength = stream.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    public override int Read(Span<byte> buffer)
    {
        var rest = _head.AsSpan(_position, _headLength - _position);
        if (rest.IsEmpty)
            return _stream.Read(buffer);
        var length = Math.Min(rest.Length, buffer.Length);
        rest[..length].CopyTo(buffer);
        _position += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stream.Dispose();
        base.Dispose(disposing);
    }
}
