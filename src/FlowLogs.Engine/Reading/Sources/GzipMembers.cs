using System.Buffers;
using System.Buffers.Binary;

namespace FlowLogs.Reading;

/// <summary>
/// The members of a gzip file, which may have several one after another. A read never goes on into what may be the next
/// member, so that what came out of the ones before can be looked at.
/// </summary>
/// <param name="stream">The file.</param>
/// <param name="onHeader">Called before a part is read that begins as a member does.</param>
internal sealed class GzipMembers(Stream stream, Action onHeader) : ForwardStream
{
    private const int BufferSize = 64 * 1024;

    // The last four bytes that were read, the last one highest.
    private uint _lastWord;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start;
    private int _end;
    private bool _isPastFirst;

    /// <summary>The last four bytes that were read, as a number.</summary>
    public uint LastWord => _lastWord;

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    // The magic number, and deflate, which is the only method there is (RFC 1952, 2.3.1).
    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 0x08];

    /// <summary>Whether nothing is left to read.</summary>
    public bool IsAtEnd()
    {
        Fill(1);
        return _start == _end;
    }

    public override int Read(Span<byte> buffer)
    {
        Fill(Header.Length);
        var part = _buffer.AsSpan(_start, _end - _start);
        if (_isPastFirst && part.StartsWith(Header))
            onHeader();
        _isPastFirst = true;

        // No more is looked at than is given, and what a header that begins there goes on with.
        part = part[..Math.Min(part.Length, buffer.Length + Header.Length - 1)];
        part = part[..Math.Min(NextHeader(part), buffer.Length)];
        part.CopyTo(buffer);
        _start += part.Length;
        BytesRead += part.Length;
        Remember(part);
        return part.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = _end = 0;
        }

        base.Dispose(disposing);
    }

    // Where the next header may begin, of which the end may not be there yet.
    private static int NextHeader(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty)
            return 0;
        var found = part[1..].IndexOf(Header);
        if (found >= 0)
            return found + 1;
        for (var length = Header.Length - 1; length > 0; length--)
        {
            if (part.Length > length && part.EndsWith(Header[..length]))
                return part.Length - length;
        }

        return part.Length;
    }

    private void Fill(int wanted)
    {
        if (_end - _start >= wanted)
            return;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        _end += stream.ReadAtLeast(_buffer.AsSpan(_end), wanted - _end, throwOnEndOfStream: false);
    }

    private void Remember(ReadOnlySpan<byte> part)
    {
        if (part.Length >= sizeof(uint))
        {
            _lastWord = BinaryPrimitives.ReadUInt32LittleEndian(part[^sizeof(uint)..]);
            return;
        }

        foreach (var value in part)
            _lastWord = (_lastWord >> 8) | ((uint)value << 24);
    }
}
