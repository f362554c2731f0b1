using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlowLogs.Scanning;

/// <summary>
/// Goes over a block line by line and finds the ends of the fields, 64 bytes at a time. It looks at each byte once: what it
/// knows of the bytes behind a line's end serves the next line.
/// </summary>
internal ref struct LineSplitter
{
    // So many ends are written at once without asking whether there are as many.
    private const int Stride = 12;

    private readonly ReadOnlySpan<byte> _block;
    private readonly SplitBuffer _buffer;

    // The word of 64 bytes where the next line begins, and what is left of its masks.
    private int _word;
    private ulong _blanks;
    private ulong _feeds;
    private ulong _oddities;
    private ulong _numbers;
    // Whether the byte before the word separates, as what is before the block does.
    private ulong _afterSeparator = 1;

    /// <param name="block">The lines. The last one may lack its line feed.</param>
    /// <param name="buffer">Room for what is found; its contents change with each line.</param>
    public LineSplitter(ReadOnlySpan<byte> block, SplitBuffer buffer)
    {
        _block = block;
        _buffer = buffer;
        Load();
    }

    /// <summary>Where the next line begins in the block.</summary>
    public int Next { get; private set; }

    /// <summary>Where the line begins in the block.</summary>
    public int Start { get; private set; }

    /// <summary>Its length, without the line feed.</summary>
    public int Length { get; private set; }

    /// <summary>How many fields it has where single blanks separate; more than <see cref="SplitBuffer.MaxFields"/> where it has too many.</summary>
    public int FieldCount { get; private set; }

    /// <summary>
    /// Whether it has what makes the ends doubtful: control characters, of which a tab separates fields, too, or blanks at
    /// its beginning, at its end, or beside each other. A carriage return before the line feed is taken off.
    /// </summary>
    public bool IsOdd { get; private set; }

    /// <summary>Whether a line feed ends it.</summary>
    public bool HasLineFeed { get; private set; }

    /// <summary>The line.</summary>
    public readonly ReadOnlySpan<byte> Line => _block.Slice(Start, Length);

    /// <summary>Goes to the next line.</summary>
    public bool MoveNext()
    {
        if (Next >= _block.Length)
            return false;

        Start = Next;
        ref var ends = ref _buffer.FirstEnd;
        var count = 0;
        var oddities = 0;
        var offset = _word - Start;
        _buffer.Begin(-offset, _numbers);
        while (_feeds == 0)
        {
            Add(ref Unsafe.Add(ref ends, count), _blanks, offset);
            count = Math.Min(count + BitOperations.PopCount(_blanks), SplitBuffer.MaxFields);
            oddities += BitOperations.PopCount(_oddities);
            _word += ByteMasks.Count;
            if (_word >= _block.Length)
            {
                Next = _block.Length;
                // A blank at the end of the block has nothing behind it that would tell.
                End(Next, count, oddities + (_block[^1] == ' ' ? 1 : 0), hasLineFeed: false);
                return true;
            }

            offset += ByteMasks.Count;
            Load();
            _buffer.Continue(_numbers);
        }

        var feed = _feeds & (0 - _feeds);
        var before = feed - 1;
        Add(ref Unsafe.Add(ref ends, count), _blanks & before, offset);
        count = Math.Min(count + BitOperations.PopCount(_blanks & before), SplitBuffer.MaxFields);
        oddities += BitOperations.PopCount(_oddities & (before | feed));
        var end = _word + BitOperations.TrailingZeroCount(feed);
        Next = end + 1;
        _feeds ^= feed;
        _blanks &= ~before;
        _oddities &= ~(before | feed);
        End(end, count, oddities, hasLineFeed: true);
        if (Next == _word + ByteMasks.Count && Next < _block.Length)
        {
            _word = Next;
            Load();
        }

        return true;
    }

    private void End(int end, int count, int oddities, bool hasLineFeed)
    {
        if (oddities == 1 && hasLineFeed && end > Start && _block[end - 1] == '\r' && (end - 1 == Start || _block[end - 2] != ' '))
        {
            end--;
            oddities = 0;
        }

        Length = end - Start;
        Unsafe.Add(ref _buffer.FirstEnd, count) = (ushort)Length;
        FieldCount = count + 1;
        IsOdd = oddities > 0;
        HasLineFeed = hasLineFeed;
    }

    private void Load()
    {
        var masks = ByteMasks.Of(_block[_word..]);
        _blanks = masks.Blanks;
        _feeds = masks.LineFeeds;
        _numbers = masks.Digits | masks.Blanks;
        var separators = masks.Blanks | masks.LineFeeds;
        _oddities = (masks.Controls & ~masks.LineFeeds) | (separators & ((separators << 1) | _afterSeparator));
        _afterSeparator = separators >> (ByteMasks.Count - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ushort ends, ulong blanks, int offset)
    {
        for (; ; ends = ref Unsafe.Add(ref ends, Stride))
        {
            // Written out, because the compiler does not.
            Unsafe.Add(ref ends, 0) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 1) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 2) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 3) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 4) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 5) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 6) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 7) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 8) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 9) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 10) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            Unsafe.Add(ref ends, 11) = (ushort)(offset + BitOperations.TrailingZeroCount(blanks));
            blanks &= blanks - 1;
            if (blanks == 0)
                return;
        }
    }
}
