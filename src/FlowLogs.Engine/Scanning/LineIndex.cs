using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLogs.Scanning;

/// <summary>
/// Where the lines and fields of some text end, and which of its bytes are digits: all that can be found out 64 bytes at a
/// time, without a look at what a line is. One serves one thread, for as much text as there is.
/// </summary>
internal sealed class LineIndex
{
    /// <summary>How much text is indexed at a time: so little that the text and its index stay in the fastest cache.</summary>
    public const int MaxLength = 16 * 1024;

    // Parts of one array, because one reference to it stays in a register and three do not.
    private const int PartLength = (MaxLength / ByteMasks.Count) + 1;
    private const int Numbers = PartLength;
    private const int Controls = 2 * PartLength;

    // The positions of blanks and line feeds. Before the first one stands -1, where the text's first line begins after.
    private readonly ushort[] _separators = new ushort[1 + MaxLength + 1 + ByteMasks.Count];
    // Which of them end lines, from the second; the first stands for the beginning of the text.
    private readonly ushort[] _lines = new ushort[1 + MaxLength + 1];
    // A bit for each byte, in three parts: blanks and line feeds; digits and blanks; controls but line feeds. Each has one word
    // more than the text, of the line feed that may be missing, and to be read over the end.
    private readonly ulong[] _bits = new ulong[3 * PartLength];
    private int _words;
    private int _count;

    public LineIndex() => _separators[0] = ushort.MaxValue;

    /// <summary>How many lines end in the text.</summary>
    public int LineCount { get; private set; }

    /// <summary>Whether the text has control characters that are no line feeds.</summary>
    public bool HasControlsAnywhere { get; private set; }

    /// <summary>Behind which separator a line begins.</summary>
    /// <param name="line">Its number, from 0.</param>
    public int FirstOf(int line) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_lines), line);

    /// <summary>The positions from a separator on.</summary>
    public ref ushort Separator(int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_separators), index);

    /// <summary>The positions of a line's separators, the one before it first.</summary>
    public ReadOnlySpan<ushort> Bounds(int first, int fields) => _separators.AsSpan(first, fields + 1);

    /// <summary>Finds all there is in a text.</summary>
    /// <param name="text">The text, at most <see cref="MaxLength"/> bytes.</param>
    /// <param name="isWhole">Whether the text ends where it ends, so that a line may end there without a line feed.</param>
    public void Read(ReadOnlySpan<byte> text, bool isWhole)
    {
        if (text.Length > MaxLength)
            throw new ArgumentOutOfRangeException(nameof(text));
        (_words, _count, LineCount, HasControlsAnywhere) = (0, 0, 0, false);
        ref var first = ref MemoryMarshal.GetReference(text);
        var whole = text.Length / ByteMasks.Count;
        AddWords(ref first, whole);
        var rest = text[(whole * ByteMasks.Count)..];
        if (!rest.IsEmpty)
        {
            // Nothing behind the end of a buffer may be read.
            Span<byte> last = stackalloc byte[ByteMasks.Count];
            rest.CopyTo(last);
            last[rest.Length..].Fill((byte)'.');
            AddWords(ref MemoryMarshal.GetReference(last), 1);
        }

        BitPositions.Write(_bits.AsSpan(0, _words), _separators.AsSpan(1));
        _bits[Controls + _words] = 0;
        if (isWhole && !text.IsEmpty && text[^1] != '\n')
        {
            _separators[++_count] = (ushort)text.Length;
            _lines[++LineCount] = (ushort)_count;
        }
    }

    /// <summary>How many lines, one after another, have a number of fields where single blanks separate.</summary>
    /// <param name="line">The first line.</param>
    /// <param name="fields">How many fields.</param>
    /// <param name="lines">How many lines to look at.</param>
    public int CountOfLength(int line, int fields, int lines)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_lines), line);
        var count = 0;
        for (var expected = first + fields; count < lines && Unsafe.Add(ref first, count + 1) == expected; expected += fields)
            count++;
        return count;
    }

    /// <summary>How many lines, one after another, have digits and blanks only in some fields.</summary>
    /// <param name="before">The separator before the first line's first field of them.</param>
    /// <param name="fields">How many fields they are.</param>
    /// <param name="step">How many fields a line has.</param>
    /// <param name="lines">How many lines to look at.</param>
    public int CountOfNumbers(int before, int fields, int step, int lines)
    {
        ref var bound = ref Separator(before);
        for (var count = 0; count < lines; count++, bound = ref Unsafe.Add(ref bound, step))
        {
            if (HasAny(Numbers, ulong.MaxValue, (ushort)(bound + 1), Unsafe.Add(ref bound, fields) - 1))
                return count;
        }

        return lines;
    }

    /// <summary>Whether a part of the text has control characters, of which a tab separates fields, too.</summary>
    /// <param name="from">The first byte.</param>
    /// <param name="to">The last byte, or the line feed behind it.</param>
    public bool HasControls(int from, int to) => HasControlsAnywhere && HasAny(Controls, 0, from, to);

    /// <summary>Whether a line has blanks at its beginning, its end, or beside each other.</summary>
    /// <param name="first">The separator before the line.</param>
    /// <param name="fields">How many fields the line would have.</param>
    public bool HasEmptyFields(int first, int fields)
    {
        var bounds = Bounds(first, fields);
        for (var i = 0; i < fields; i++)
        {
            if ((ushort)(bounds[i + 1] - bounds[i]) == 1)
                return true;
        }

        return false;
    }

    private void AddWords(ref byte first, int words)
    {
        ref var lines = ref MemoryMarshal.GetArrayDataReference(_lines);
        ref var bits = ref MemoryMarshal.GetArrayDataReference(_bits);
        var count = _count;
        nint lineCount = LineCount;
        var controls = 0UL;
        var end = _words + words;
        for (nint word = _words; word < end; word++, first = ref Unsafe.Add(ref first, ByteMasks.Count))
        {
            var masks = ByteMasks.Of(ref first);
            var separating = masks.Blanks | masks.LineFeeds;
            controls |= masks.Controls & ~masks.LineFeeds;
            Unsafe.Add(ref bits, word) = separating;
            Unsafe.Add(ref bits, word + Numbers) = masks.Digits | masks.Blanks;
            Unsafe.Add(ref bits, word + Controls) = masks.Controls & ~masks.LineFeeds;

            // Most words have a line feed or none, and one does as much work as the other: what is written for none is
            // overwritten.
            var feeds = masks.LineFeeds;
            ref var line = ref Unsafe.Add(ref lines, lineCount + 1);
            lineCount += BitOperations.PopCount(feeds);
            line = (ushort)(count + BitOperations.PopCount(separating & (feeds ^ (feeds - 1))));
            while ((feeds &= feeds - 1) != 0)
            {
                line = ref Unsafe.Add(ref line, 1);
                line = (ushort)(count + BitOperations.PopCount(separating & (feeds ^ (feeds - 1))));
            }

            count += BitOperations.PopCount(separating);
        }

        (_words, _count, LineCount) = (end, count, (int)lineCount);
        HasControlsAnywhere |= controls != 0;
    }

    // Of 64 bits that begin with a byte, at least 57 are at or behind any bit of that byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasAny(int part, ulong inverted, int from, int to)
    {
        const int Step = 57;
        for (; to - from >= Step; from += Step)
        {
            if ((BitsFrom(part, inverted, from) << (64 - Step)) != 0)
                return true;
        }

        return (BitsFrom(part, inverted, from) << (63 - to + from)) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong BitsFrom(int part, ulong inverted, int from)
    {
        ref var bytes = ref Unsafe.As<ulong, byte>(ref MemoryMarshal.GetArrayDataReference(_bits));
        return (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, (uint)((part * sizeof(ulong)) + (from >> 3)))) ^ inverted) >> (from & 7);
    }
}
