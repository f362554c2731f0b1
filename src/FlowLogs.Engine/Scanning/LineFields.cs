using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLogs.Scanning;

/// <summary>A line with single blanks between its fields, and where each field ends.</summary>
/// <param name="text">The line, or some text that it is a part of.</param>
/// <param name="bounds">
/// The positions in the text of what is around the fields: what is before the line (-1 at the beginning of the text), the
/// blanks, and what is behind the line.
/// </param>
internal readonly ref struct LineFields(ReadOnlySpan<byte> text, ReadOnlySpan<ushort> bounds)
{
    /// <summary>The longest text that <see cref="Packed(int)"/> takes.</summary>
    public const int PackedLength = sizeof(ulong);

    private readonly ReadOnlySpan<ushort> _bounds = bounds;

    /// <summary>What positions are counted in: the line, or more.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>How many fields there are.</summary>
    public int Count => _bounds.Length - 1;

    /// <summary>The line.</summary>
    public ReadOnlySpan<byte> Line => Text[StartOf(0).._bounds[^1]];

    /// <summary>The text of a field.</summary>
    public ReadOnlySpan<byte> this[int column] => Text[StartOf(column).._bounds[column + 1]];

    /// <summary>The line as a run of one.</summary>
    public LineRun ToRun() => new(Text, _bounds, Count);

    /// <summary>Where a field begins in the text.</summary>
    public int StartOf(int column) => (ushort)(_bounds[column] + 1);

    /// <summary>How many bytes a field has.</summary>
    public int LengthOf(int column)
    {
        var end = _bounds[column + 1];
        return end - (ushort)(Unsafe.Add(ref MemoryMarshal.GetReference(_bounds), column) + 1);
    }

    /// <summary>The first byte of a field, of which none is empty.</summary>
    public byte FirstOf(int column) => Text[StartOf(column)];

    /// <summary>
    /// The bytes of a field as a number, the first one lowest, zeros behind the last; for fields of up to
    /// <see cref="PackedLength"/> bytes.
    /// </summary>
    public ulong Packed(int column)
    {
        var start = StartOf(column);
        return Packed(start, _bounds[column + 1] - start);
    }

    /// <summary>The same for a part of the text.</summary>
    public ulong Packed(int start, int length) => Packed(Text, start, length);

    /// <summary>The same for a part of any text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Packed(ReadOnlySpan<byte> text, int start, int length)
    {
        if (length == 0 || start > text.Length - PackedLength)
            return PackedAtEnd(text, start, length);
        var unwanted = (PackedLength - length) * 8;
        return BinaryPrimitives.ReadUInt64LittleEndian(text[start..]) << unwanted >> unwanted;
    }

    // At the end of the text there are not as many bytes, and nothing behind it may be read.
    private static ulong PackedAtEnd(ReadOnlySpan<byte> text, int start, int length)
    {

        Span<byte> copy = stackalloc byte[PackedLength];
        copy.Clear();
        text.Slice(start, length).CopyTo(copy);
        return BinaryPrimitives.ReadUInt64LittleEndian(copy);
    }

    /// <summary>Copies the ends of the fields, from the beginning of the line.</summary>
    /// <param name="ends">Takes two bytes for each, the lower one first.</param>
    public void CopyEnds(Span<byte> ends)
    {
        var start = StartOf(0);
        for (var i = 1; i < _bounds.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(ends[((i - 1) * sizeof(ushort))..], (ushort)(_bounds[i] - start));
    }
}
