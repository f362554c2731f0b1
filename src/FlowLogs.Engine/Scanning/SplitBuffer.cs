using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLogs.Scanning;

/// <summary>
/// What <see cref="LineSplitter"/> finds out about a line: where its fields end, and which of its bytes are digits. One
/// serves one thread, for as many lines as there are.
/// </summary>
internal sealed class SplitBuffer
{
    /// <summary>Past that many fields they are no longer told apart.</summary>
    public const int MaxFields = 128;

    // The splitter writes eight ends at a time, and those of 64 bytes before it looks how many there are.
    private const int Slack = 64 + 8;

    // Before the first end stands one: that of what would end where the line begins.
    private readonly ushort[] _ends = new ushort[1 + MaxFields + Slack];

    // Of 64 bytes each, whether they are digits or blanks; as many as the longest line may touch.
    private readonly ulong[] _numbers = new ulong[((LineScanner.MaxLineLength + 1) / ByteMasks.Count) + 2];
    private int _startBit;
    private int _words;

    public SplitBuffer() => _ends[0] = ushort.MaxValue;

    /// <summary>The end of the first field; the others follow.</summary>
    public ref ushort FirstEnd => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), 1);

    /// <summary>The ends of the fields.</summary>
    /// <param name="count">How many there are, at most <see cref="MaxFields"/>.</param>
    public ReadOnlySpan<ushort> Ends(int count) => _ends.AsSpan(1, count);

    /// <summary>Begins a line.</summary>
    /// <param name="startBit">Which of the first 64 bytes is its first.</param>
    /// <param name="numbers">Which of them are digits or blanks.</param>
    public void Begin(int startBit, ulong numbers)
    {
        _startBit = startBit;
        _numbers[0] = numbers;
        _words = 1;
    }

    /// <summary>Adds the next 64 bytes.</summary>
    public void Continue(ulong numbers)
    {
        if (_words < _numbers.Length)
            _numbers[_words++] = numbers;
    }

    /// <summary>Whether some of the line's bytes are digits and blanks only.</summary>
    /// <param name="from">The first byte.</param>
    /// <param name="to">The byte behind the last one.</param>
    public bool AreNumbers(int from, int to)
    {
        from += _startBit;
        to += _startBit - 1;
        int first = from / 64, last = to / 64;
        ref var numbers = ref MemoryMarshal.GetArrayDataReference(_numbers);

        // Most ranges touch one or two words, now one, now two: that is decided without a jump, which would be wrong too often.
        var (head, tail) = (ulong.MaxValue << from, ulong.MaxValue >> ~to);
        var isOne = first == last ? 0 : ulong.MaxValue;
        var others = (~Unsafe.Add(ref numbers, first) & head & (tail | isOne)) | (~Unsafe.Add(ref numbers, last) & tail & (head | isOne));
        for (var word = first + 1; word < last; word++)
            others |= ~Unsafe.Add(ref numbers, word);
        return others == 0;
    }
}
