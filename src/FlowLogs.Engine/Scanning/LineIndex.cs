using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FlowLogs.Scanning;

/// <summary>
/// Where the lines and fields of some text end, and which of its bytes are digits: all that can be found out 64 bytes at a
/// time, without a look at what a line is. One serves one thread, for as much text as there is.
/// </summary>
internal class LineIndex
{
    /// <summary>How much text is indexed at a time: so little that the text and its index stay in the fastest cache.</summary>
    public const int MaxLength = 16 * 1024;

    // So many lines have their numbers of fields compared at once, be there as many or not.
    private const int Lanes = 16;

    // Parts of one array, because one reference to it stays in a register and two do not.
    private const int PartLength = (MaxLength / ByteMasks.Count) + 1;

    private readonly ushort[] _separators = new ushort[1 + MaxLength + 1 + ByteMasks.Count];
    private readonly ushort[] _lines = new ushort[1 + MaxLength + Lanes];
    private readonly ulong[] _bits = new ulong[2 * PartLength];

    public LineIndex() => _separators[0] = ushort.MaxValue;

    /// <summary>How many lines end in the text.</summary>
    public int LineCount { get; private set; }

    /// <summary>Whether the text has control characters that are no line feeds.</summary>
    public bool HasControlsAnywhere { get; protected set; }

    /// <summary>Where in <see cref="Bits"/> control characters are that are no line feeds.</summary>
    protected const int Controls = PartLength;

    /// <summary>
    /// A bit for each byte of the text. First those that are neither digits nor blanks nor line feeds, then control characters.
    /// Each has one word more than the text, of the line feed that may be missing, and to be read over the end.
    /// </summary>
    protected ref ulong Bits => ref MemoryMarshal.GetArrayDataReference(_bits);

    /// <summary>The positions of blanks and line feeds. Before the first one stands -1, where the text's first line begins after.</summary>
    protected ref ushort Separators => ref MemoryMarshal.GetArrayDataReference(_separators);

    /// <summary>Which of the separators end lines, from the second; the first stands for the beginning of the text.</summary>
    protected ref ushort Lines => ref MemoryMarshal.GetArrayDataReference(_lines);

    /// <summary>How many times 64 bytes have been looked at.</summary>
    protected int WordCount { get; private set; }

    /// <summary>How many separators have been found.</summary>
    protected int SeparatorCount { get; private set; }

    /// <summary>Behind which separator a line begins.</summary>
    /// <param name="line">Its number, from 0.</param>
    public int FirstOf(int line) => Unsafe.Add(ref Lines, line);

    /// <summary>The positions from a separator on.</summary>
    public ref ushort Separator(int index) => ref Unsafe.Add(ref Separators, index);

    /// <summary>The positions of a line's separators, the one before it first.</summary>
    public ReadOnlySpan<ushort> Bounds(int first, int fields) => _separators.AsSpan(first, fields + 1);

    /// <summary>Finds all there is in a text.</summary>
    /// <param name="text">The text, at most <see cref="MaxLength"/> bytes.</param>
    /// <param name="isWhole">Whether the text ends where it ends, so that a line may end there without a line feed.</param>
    public void Read(ReadOnlySpan<byte> text, bool isWhole)
    {
        if (text.Length > MaxLength)
            throw new ArgumentOutOfRangeException(nameof(text));
        (WordCount, SeparatorCount, LineCount, HasControlsAnywhere) = (0, 0, 0, false);
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

        _bits[Controls + WordCount] = 0;
        if (isWhole && !text.IsEmpty && text[^1] != '\n')
        {
            _separators[++SeparatorCount] = (ushort)text.Length;
            _lines[++LineCount] = (ushort)SeparatorCount;
        }
    }

    /// <summary>How many lines, one after another, have a number of fields where single blanks separate.</summary>
    /// <param name="line">The first line.</param>
    /// <param name="fields">How many fields.</param>
    /// <param name="lines">How many lines to look at.</param>
    public int CountOfLength(int line, int fields, int lines)
    {
        ref var first = ref Unsafe.Add(ref Lines, line);
        var numbers = Vector256.Create((ushort)1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        for (var count = 0; count < lines; count += Lanes, first = ref Unsafe.Add(ref first, Lanes))
        {
            var expected = Vector256.Create(first) + (Vector256.Create((ushort)fields) * numbers);
            var different = ~Vector256.Equals(Vector256.LoadUnsafe(ref first, 1), expected).ExtractMostSignificantBits() & 0xFFFF;
            if (different != 0)
                return Math.Min(count + BitOperations.TrailingZeroCount(different), lines);
        }

        return lines;
    }

    /// <summary>How many lines, one after another, have digits and blanks only in some fields.</summary>
    /// <param name="before">The separator before the first line's first field of them.</param>
    /// <param name="fields">How many fields they are.</param>
    /// <param name="step">How many fields a line has.</param>
    /// <param name="lines">How many lines to look at.</param>
    public int CountOfNumbers(int before, int fields, int step, int lines)
    {
        ref var bound = ref Separator(before);
        ref var others = ref Bits;
        for (var count = 0; count < lines; count++, bound = ref Unsafe.Add(ref bound, step))
        {
            if (HasAny(ref others, (ushort)(bound + 1), Unsafe.Add(ref bound, fields) - 1))
                return count;
        }

        return lines;
    }

    /// <summary>Whether a part of the text has control characters, of which a tab separates fields, too.</summary>
    /// <param name="from">The first byte.</param>
    /// <param name="to">The last byte, or the line feed behind it.</param>
    public bool HasControls(int from, int to) => HasControlsAnywhere && HasAny(ref Unsafe.Add(ref Bits, Controls), from, to);

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

    /// <summary>Writes down what is in the text that follows on what was written down so far.</summary>
    /// <param name="first">The first byte.</param>
    /// <param name="words">How many times 64 bytes there are.</param>
    protected virtual void AddWords(ref byte first, int words)
    {
        ref var separators = ref Separators;
        ref var lines = ref Lines;
        ref var bits = ref Bits;
        nint count = SeparatorCount;
        nint lineCount = LineCount;
        var controls = 0UL;
        for (nint word = WordCount, end = word + words; word < end; word++, first = ref Unsafe.Add(ref first, ByteMasks.Count))
        {
            var masks = ByteMasks.Of(ref first);
            var separating = masks.Blanks | masks.LineFeeds;
            BitPositions.Write(ref Unsafe.Add(ref separators, count + 1), separating, (int)word * ByteMasks.Count);
            AddLines(ref lines, ref lineCount, masks.LineFeeds, separating, count);
            Unsafe.Add(ref bits, word) = ~(masks.Digits | separating);
            Unsafe.Add(ref bits, word + Controls) = masks.Controls & ~masks.LineFeeds;
            controls |= masks.Controls & ~masks.LineFeeds;
            count += BitOperations.PopCount(separating);
        }

        Take(words, (int)count, (int)lineCount);
        HasControlsAnywhere |= controls != 0;
    }

    /// <summary>Writes down which separators end lines.</summary>
    /// <param name="lines">Those there are.</param>
    /// <param name="lineCount">How many.</param>
    /// <param name="feeds">The line feeds among 64 bytes.</param>
    /// <param name="separating">The line feeds and blanks among them.</param>
    /// <param name="count">How many separators are before them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddLines(ref ushort lines, ref nint lineCount, ulong feeds, ulong separating, nint count)
    {
        // Most words have a line feed or none, and one does as much work as the other: what is written for none is
        // overwritten.
        ref var line = ref Unsafe.Add(ref lines, lineCount + 1);
        lineCount += BitOperations.PopCount(feeds);
        line = (ushort)(count + BitOperations.PopCount(separating & (feeds ^ (feeds - 1))));
        while ((feeds &= feeds - 1) != 0)
        {
            line = ref Unsafe.Add(ref line, 1);
            line = (ushort)(count + BitOperations.PopCount(separating & (feeds ^ (feeds - 1))));
        }
    }

    /// <summary>Takes note of what was written down.</summary>
    /// <param name="words">How many times 64 bytes were looked at.</param>
    /// <param name="separators">How many separators there are now.</param>
    /// <param name="lines">How many lines.</param>
    protected void Take(int words, int separators, int lines) => (WordCount, SeparatorCount, LineCount) = (WordCount + words, separators, lines);

    // Of 64 bits that begin with a byte, at least 57 are at or behind any bit of that byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasAny(ref ulong bits, int from, int to)
    {
        const int Step = 57;
        for (; to - from >= Step; from += Step)
        {
            if ((BitsFrom(ref bits, from) << (64 - Step)) != 0)
                return true;
        }

        return (BitsFrom(ref bits, from) << (63 - (to - from))) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong BitsFrom(ref ulong bits, int from) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref Unsafe.As<ulong, byte>(ref bits), (uint)from >> 3)) >> (from & 7);
}
