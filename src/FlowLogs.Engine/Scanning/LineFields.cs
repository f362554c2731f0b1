using System.Buffers.Binary;

namespace FlowLogs.Scanning;

/// <summary>A line with single blanks between its fields, and where each field ends.</summary>
internal readonly ref struct LineFields(ReadOnlySpan<byte> line, ReadOnlySpan<ushort> ends)
{
    /// <summary>The longest text that <see cref="Packed"/> takes.</summary>
    public const int PackedLength = sizeof(ulong);

    private readonly ReadOnlySpan<ushort> _ends = ends;

    public ReadOnlySpan<byte> Line { get; } = line;

    /// <summary>The text of a field.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var start = StartOf(column);
            return Line[start.._ends[column]];
        }
    }

    /// <summary>Where a field begins.</summary>
    public int StartOf(int column) => column == 0 ? 0 : _ends[column - 1] + 1;

    /// <summary>How many bytes a field has.</summary>
    public int LengthOf(int column) => _ends[column] - StartOf(column);

    /// <summary>The bytes of a part of the line as a number, the first byte lowest, zeros behind the last.</summary>
    /// <param name="start">The first byte.</param>
    /// <param name="length">How many; at most <see cref="PackedLength"/>.</param>
    public ulong Packed(int start, int length)
    {
        var unwanted = (PackedLength - length) * 8;
        if (start + PackedLength <= Line.Length)
            return Keep(BinaryPrimitives.ReadUInt64LittleEndian(Line[start..]), unwanted);

        // At the end of the line there are not as many bytes; nothing behind it may be read.
        Span<byte> copy = stackalloc byte[PackedLength];
        copy.Clear();
        Line.Slice(start, length).CopyTo(copy);
        return BinaryPrimitives.ReadUInt64LittleEndian(copy);
    }

    // A shift by all bits would be one by none.
    private static ulong Keep(ulong bytes, int unwanted) => unwanted == 64 ? 0 : bytes << unwanted >> unwanted;
}
