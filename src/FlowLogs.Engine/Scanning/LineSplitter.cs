using System.Runtime.CompilerServices;

namespace FlowLogs.Scanning;

/// <summary>Goes over a block line by line, with what <see cref="LineIndex"/> knows of each.</summary>
internal ref struct LineSplitter
{
    private readonly ReadOnlySpan<byte> _block;
    private readonly LineIndex _index;

    // The part of the block that is indexed, and the number of the next line in it.
    private ReadOnlySpan<byte> _text;
    private int _textStart;
    private int _line;

    /// <param name="block">The lines. The last one may lack its line feed.</param>
    /// <param name="index">What is found; its contents change as the lines go by.</param>
    public LineSplitter(ReadOnlySpan<byte> block, LineIndex index)
    {
        _block = block;
        _index = index;
        Load(0);
    }

    /// <summary>Where the line begins in the block.</summary>
    public int Start { get; private set; }

    /// <summary>Where the next line begins in the block.</summary>
    public int Next { get; private set; }

    /// <summary>How many fields the line has where single blanks separate; 0 where it is too long to tell.</summary>
    public int FieldCount { get; private set; }

    /// <summary>The separator in the index before the line.</summary>
    public int First { get; private set; }

    /// <summary>The line, without its line feed.</summary>
    public readonly ReadOnlySpan<byte> Line
    {
        get
        {
            var line = _block[Start..Next];
            return line is [.., (byte)'\n'] ? line[..^1] : line;
        }
    }

    /// <summary>Whether a line feed ends it.</summary>
    public readonly bool HasLineFeed => _block[Next - 1] == '\n';

    /// <summary>The text that the positions in the index are of.</summary>
    public readonly ReadOnlySpan<byte> Text => _text;

    /// <summary>What is known of the text.</summary>
    public readonly LineIndex Index => _index;

    /// <summary>Goes to the next line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        Start = Next;
        if (_line == _index.LineCount && !TryLoad())
            return Next > Start;

        First = _index.FirstOf(_line++);
        var last = _index.FirstOf(_line);
        FieldCount = last - First;
        Next = Math.Min(_textStart + _index.Separator(last) + 1, _block.Length);
        return true;
    }

    /// <summary>
    /// Goes past the next lines that have a number of fields and a shape and begin as records may, which nothing but a record
    /// does that has numbers where its format has them; as far as they are in the index.
    /// </summary>
    public LineRun MoveRun(int fieldCount, PlainShape shape)
    {
        if (_line == _index.LineCount && Next < _block.Length)
            Load(Next);
        var lines = CountPlain(fieldCount, shape, Math.Min(_index.LineCount - _line, LineRun.MaxLines));
        if (lines == 0)
            return default;
        var first = _index.FirstOf(_line);
        _line += lines;
        Next = Math.Min(_textStart + _index.Separator(_index.FirstOf(_line)) + 1, _block.Length);
        return new LineRun(_text, _index.Bounds(first, lines * fieldCount), fieldCount);
    }

    // Some lines at a time, because a doubtful one makes the looking at those behind it useless.
    private readonly int CountPlain(int fieldCount, PlainShape shape, int lines)
    {
        const int Some = 16;
        var count = 0;
        while (count < lines)
        {
            var first = _index.FirstOf(_line + count);
            var some = _index.CountOfLength(_line + count, fieldCount, Math.Min(Some, lines - count));
            if (_index.HasControlsAnywhere || !shape.BeginsWithNumber)
                some = CountBegun(first, fieldCount, some);
            some = shape.CountFitting(_text, _index, first, some);
            count += some;
            if (some < Some)
                break;
        }

        return count;
    }

    private readonly int CountBegun(int first, int fieldCount, int lines)
    {
        for (var count = 0; count < lines; count++, first += fieldCount)
        {
            var start = (ushort)(_index.Separator(first) + 1);
            if (!PlainShape.MayBegin(_text[start]) || _index.HasControls(start, _index.Separator(first + fieldCount)))
                return count;
        }

        return lines;
    }

    // False where there is no line in the index: at the end, or where the next one is longer than what is indexed at a time.
    private bool TryLoad()
    {
        if (Start == _block.Length)
            return false;
        Load(Start);
        if (_index.LineCount > 0)
            return true;
        var feed = _block[Start..].IndexOf((byte)'\n');
        Next = feed < 0 ? _block.Length : Start + feed + 1;
        FieldCount = 0;
        return false;
    }

    private void Load(int start)
    {
        var length = Math.Min(_block.Length - start, LineIndex.MaxLength);
        _text = _block.Slice(start, length);
        _textStart = start;
        _line = 0;
        _index.Read(_text, isWhole: start + length == _block.Length);
    }
}
