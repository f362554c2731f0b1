using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FlowLogs.Parquet.Values;

/// <summary>A part of a page that is read from its beginning on.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PageBytes(byte[] data, int start, int end)
{
    private int _position = start;

    public readonly int Position => _position;

    public readonly int Length => end - _position;

    /// <summary>The bytes that were not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => data.AsSpan(_position, end - _position);

    public ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > end - _position)
            throw BreaksOff();
        var taken = data.AsSpan(_position, (int)length);
        _position += (int)length;
        return taken;
    }

    /// <summary>Takes a part as bytes of their own.</summary>
    public PageBytes TakeBytes(long length)
    {
        var from = _position;
        Take(length);
        return new PageBytes(data, from, _position);
    }

    public int TakeInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Takes a number of seven bits to a byte, the last ones first.</summary>
    public ulong TakeVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new InvalidDataException("a page has a number that is too long.");
    }

    public static InvalidDataException BreaksOff() => new("a page breaks off.");
}
