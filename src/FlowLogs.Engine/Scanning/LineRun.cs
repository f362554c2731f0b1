using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLogs.Scanning;

/// <summary>
/// Lines one after another that all have as many fields as their format, and nothing that leaves a doubt, such as control
/// characters.
/// </summary>
/// <param name="text">Some text that has the lines.</param>
/// <param name="bounds">The positions of what is around the fields, as <see cref="LineFields"/> has them, of all the lines.</param>
/// <param name="fieldCount">How many fields each line has.</param>
internal readonly ref struct LineRun(ReadOnlySpan<byte> text, ReadOnlySpan<ushort> bounds, int fieldCount)
{
    /// <summary>The most lines of one run.</summary>
    public const int MaxLines = 512;

    private readonly ReadOnlySpan<ushort> _bounds = bounds;

    /// <summary>How many lines there are.</summary>
    public int Count { get; } = bounds.IsEmpty ? 0 : (bounds.Length - 1) / fieldCount;

    /// <summary>The fields of a line, by its number from 0.</summary>
    public LineFields this[int line] => new(Text, _bounds.Slice(line * fieldCount, fieldCount + 1));

    /// <summary>What positions are counted in.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>The text from the first line's first field to the last line's last.</summary>
    public ReadOnlySpan<byte> Lines => Text[(ushort)(_bounds[0] + 1).._bounds[^1]];

    /// <summary>Where a field of a line begins in the text.</summary>
    /// <param name="line">The line, from 0; there is no check.</param>
    /// <param name="column">The field's column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int StartOf(int line, int column) => (ushort)(BoundOf(line, column) + 1);

    /// <summary>How many bytes a field of a line has.</summary>
    /// <param name="line">The line, from 0; there is no check.</param>
    /// <param name="column">The field's column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LengthOf(int line, int column)
    {
        ref var bound = ref BoundOf(line, column);
        return (ushort)(Unsafe.Add(ref bound, 1) - bound - 1);
    }

    /// <summary>How many bytes a column's longest field has.</summary>
    /// <param name="column">The column.</param>
    public int LongestOf(int column)
    {
        ref var bound = ref BoundOf(0, column);
        var longest = 0;
        for (var line = 0; line < Count; line++, bound = ref Unsafe.Add(ref bound, fieldCount))
            longest = Math.Max(longest, (ushort)(Unsafe.Add(ref bound, 1) - bound - 1));
        return longest;
    }

    /// <summary>The position before a column's field of the first line.</summary>
    /// <param name="column">The column; there is no check.</param>
    /// <param name="step">How far the one of the next line is.</param>
    public ref ushort From(int column, out int step)
    {
        step = fieldCount;
        return ref BoundOf(0, column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ushort BoundOf(int line, int column) => ref Unsafe.Add(ref MemoryMarshal.GetReference(_bounds), (line * fieldCount) + column);
}
