using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Delimited;

/// <summary>
/// Walks over the fields of a line. Blanks separate; a field that starts with <c>"</c> or <c>[</c> goes on to the
/// next <c>"</c> or <c>]</c>, and ends there even if no blank follows. A mark that is not closed is ordinary text.
/// </summary>
internal ref struct FieldCursor(ReadOnlySpan<byte> line)
{
    private const int BlockSize = 64;

    private readonly ReadOnlySpan<byte> _line = line;
    private int _next;
    // The blanks among up to 64 bytes, one bit for each.
    private int _block;
    private int _blockEnd;
    private ulong _blanks;
    // Looking for a closing mark that is not there is done once, not once for every field.
    private bool _noMoreQuotes;
    private bool _noMoreBrackets;

    /// <summary>Where the field's text starts and ends, without marks.</summary>
    public int Start { get; private set; }

    /// <inheritdoc cref="Start"/>
    public int End { get; private set; }

    /// <summary>Where the field starts with its mark.</summary>
    public int OuterStart { get; private set; }

    public readonly ReadOnlySpan<byte> Field => _line[Start..End];

    /// <summary>Whether nothing but blanks follows the field.</summary>
    public readonly bool IsLast => SkipBlanks(_next) == _line.Length;

    /// <summary>The field and the rest of the line, just as they are written.</summary>
    public readonly ReadOnlySpan<byte> Rest => _line[OuterStart..];

    public bool MoveNext()
    {
        var start = SkipBlanks(_next);
        if (start == _line.Length)
            return false;
        OuterStart = start;
        if (_line[start] is (byte)'"' or (byte)'[' && FindClosing(start) is > 0 and var closing)
        {
            Start = start + 1;
            End = closing;
            _next = closing + 1;
            return true;
        }
        Start = start;
        End = _next = FindBlank(start + 1);
        return true;
    }

    private int FindClosing(int start)
    {
        var isQuote = _line[start] == '"';
        if (isQuote ? _noMoreQuotes : _noMoreBrackets)
            return -1;
        var found = _line[(start + 1)..].IndexOf(isQuote ? (byte)'"' : (byte)']');
        if (found >= 0)
            return start + 1 + found;
        if (isQuote)
            _noMoreQuotes = true;
        else
            _noMoreBrackets = true;
        return -1;
    }

    private readonly int SkipBlanks(int position)
    {
        while (position < _line.Length && Characters.IsBlank(_line[position]))
            position++;
        return position;
    }

    private int FindBlank(int position)
    {
        while (position < _line.Length)
        {
            if (position >= _blockEnd)
                LoadBlock(position);
            var blanks = _blanks >> (position - _block);
            if (blanks != 0)
                return position + BitOperations.TrailingZeroCount(blanks);
            position = _blockEnd;
        }
        return _line.Length;
    }

    // Fields are short: finding the blanks of many at once is much cheaper than looking for one after the other.
    private void LoadBlock(int position)
    {
        _block = position;
        _blockEnd = Math.Min(position + BlockSize, _line.Length);
        _blanks = 0;
        if (_line.Length < Vector128<byte>.Count)
        {
            for (var i = position; i < _line.Length; i++)
                _blanks |= Characters.IsBlank(_line[i]) ? 1UL << (i - position) : 0;
            return;
        }
        ref var first = ref MemoryMarshal.GetReference(_line);
        for (var i = position; i < _blockEnd; i += Vector128<byte>.Count)
        {
            // The last vector ends with the line, and so may overlap what has been looked at.
            var start = Math.Min(i, _line.Length - Vector128<byte>.Count);
            ulong blanks = FindBlanks(Vector128.LoadUnsafe(ref first, (nuint)start));
            _blanks |= start < position ? blanks >> (position - start) : blanks << (start - position);
        }
    }

    /// <summary>A bit for each blank.</summary>
    public static uint FindBlanks(Vector128<byte> bytes)
    {
        var spaces = Vector128.Equals(bytes, Vector128.Create((byte)' '));
        var controls = Vector128.LessThanOrEqual(
            bytes - Vector128.Create((byte)'\t'),
            Vector128.Create((byte)('\r' - '\t')));
        return (spaces | controls).ExtractMostSignificantBits();
    }
}
