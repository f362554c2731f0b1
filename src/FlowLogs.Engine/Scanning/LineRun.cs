using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLogs.Scanning;

/// <summary>Lines one after another that all have as many fields as their format, and nothing that leaves a doubt.</summary>
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

    /// <summary>How many bytes a field of a line has, and where it begins.</summary>
    /// <param name="line">The line, from 0.</param>
    /// <param name="column">The field's column.</param>
    /// <param name="start">Where it begins in the text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LengthOf(int line, int column, out int start)
    {
        var before = (line * fieldCount) + column;
        var end = _bounds[before + 1];
        start = (ushort)(Unsafe.Add(ref MemoryMarshal.GetReference(_bounds), before) + 1);
        return end - start;
    }
}
