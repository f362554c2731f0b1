using System.Buffers.Binary;
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

    // So many ends are written at once without asking whether there are as many.
    private const int Stride = 10;

    private const int Words = MaxLength / ByteMasks.Count;

    // The positions of blanks and line feeds. Before the first one stands -1, where the text's first line begins after.
    private readonly ushort[] _separators = new ushort[1 + MaxLength + 1 + PlainShape.Lanes];
    // Which of them end lines, from the second; the first stands for the beginning of the text.
    private readonly ushort[] _lines = new ushort[1 + MaxLength + 1];
    // A bit for each byte. One word more than there are: of the line feed that may be missing, and to be read over the end.
    private readonly byte[] _numbers = new byte[(Words + 1) * sizeof(ulong)];
    private readonly byte[] _oddities = new byte[(Words + 1) * sizeof(ulong)];
    private bool _hasOddities;

    public LineIndex() => _separators[0] = ushort.MaxValue;

    /// <summary>How many lines end in the text.</summary>
    public int LineCount { get; private set; }

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
        ref var separators = ref Separator(1);
        ref var lines = ref MemoryMarshal.GetArrayDataReference(_lines);
        ref var numberBits = ref MemoryMarshal.GetArrayDataReference(_numbers);
        ref var oddityBits = ref MemoryMarshal.GetArrayDataReference(_oddities);
        var count = 0;
        var lineCount = 0;
        // What is before the text separates.
        var carry = 1UL;
        var odd = 0UL;
        for (var start = 0; start < text.Length; start += ByteMasks.Count)
        {
            var masks = ByteMasks.Of(text[start..]);
            var separating = masks.Blanks | masks.LineFeeds;
            var oddities = (masks.Controls & ~masks.LineFeeds) | (separating & ((separating << 1) | carry));
            carry = separating >> (ByteMasks.Count - 1);
            odd |= oddities;
            Write(ref Unsafe.Add(ref numberBits, (nuint)(uint)start >> 3), masks.Digits | masks.Blanks);
            Write(ref Unsafe.Add(ref oddityBits, (nuint)(uint)start >> 3), oddities);

            // Most words have a line feed or none, and one does as much work as the other: what is written for none is
            // overwritten.
            var feeds = masks.LineFeeds;
            do
            {
                Unsafe.Add(ref lines, lineCount + 1) = (ushort)(count + 1 + BitOperations.PopCount(separating & ((feeds & (0 - feeds)) - 1)));
                lineCount += feeds == 0 ? 0 : 1;
                feeds &= feeds - 1;
            }
            while (feeds != 0);

            Add(ref Unsafe.Add(ref separators, count), separating, start);
            count += BitOperations.PopCount(separating);
        }

        _hasOddities = odd != 0;
        BinaryPrimitives.WriteUInt64LittleEndian(_oddities.AsSpan((text.Length + ByteMasks.Count - 1) / ByteMasks.Count * sizeof(ulong)), 0);
        if (isWhole && !text.IsEmpty && text[^1] != '\n')
        {
            // A blank at the end has nothing behind it that would tell.
            if (text[^1] == ' ')
                MarkOdd(text.Length - 1);
            Unsafe.Add(ref separators, count++) = (ushort)text.Length;
            Unsafe.Add(ref lines, ++lineCount) = (ushort)count;
        }

        LineCount = lineCount;
    }

    /// <summary>
    /// Whether a part of the text has what makes separators doubtful: control characters, of which a tab separates fields,
    /// too, or blanks at the beginning or end of a line or beside each other.
    /// </summary>
    /// <param name="from">The first byte.</param>
    /// <param name="to">The last byte, or the line feed behind it.</param>
    public bool IsOdd(int from, int to) => _hasOddities && HasAny(_oddities, 0, from, to);

    /// <summary>Whether a part of the text is digits and blanks only.</summary>
    /// <param name="from">The first byte.</param>
    /// <param name="to">The last byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreNumbers(int from, int to) => !HasAny(_numbers, ulong.MaxValue, from, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ref byte bits, ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(MemoryMarshal.CreateSpan(ref bits, sizeof(ulong)), value);

    private void MarkOdd(int position)
    {
        _hasOddities = true;
        _oddities[position / 8] |= (byte)(1 << (position % 8));
    }

    // Of 64 bits that begin with a byte, at least 57 are at or behind any bit of that byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasAny(byte[] bits, ulong inverted, int from, int to)
    {
        const int Step = 57;
        for (; to - from >= Step; from += Step)
        {
            if ((BitsFrom(bits, inverted, from) << (64 - Step)) != 0)
                return true;
        }

        return (BitsFrom(bits, inverted, from) << (63 - to + from)) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong BitsFrom(byte[] bits, ulong inverted, int from) =>
        (BinaryPrimitives.ReadUInt64LittleEndian(bits.AsSpan((int)((uint)from >> 3))) ^ inverted) >> (from & 7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ushort ends, ulong bits, int start)
    {
        for (; ; ends = ref Unsafe.Add(ref ends, Stride))
        {
            // Written out, because the compiler does not.
            Unsafe.Add(ref ends, 0) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 1) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 2) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 3) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 4) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 5) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 6) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 7) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 8) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref ends, 9) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            if (bits == 0)
                return;
        }
    }
}
