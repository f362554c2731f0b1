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
    private readonly ReadOnlySpan<byte> _line = line;
    private int _next;
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

    // Fields are short: looking at 16 bytes at once mostly finds the end at the first try.
    private readonly int FindBlank(int position)
    {
        ref var first = ref MemoryMarshal.GetReference(_line);
        while (position <= _line.Length - Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref first, (nuint)position);
            var blanks = Vector128.Equals(bytes, Vector128.Create((byte)' '))
                | Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'\t'), Vector128.Create((byte)('\r' - '\t')));
            if (blanks != Vector128<byte>.Zero)
                return position + int.TrailingZeroCount((int)blanks.ExtractMostSignificantBits());
            position += Vector128<byte>.Count;
        }
        while (position < _line.Length && !Characters.IsBlank(_line[position]))
            position++;
        return position;
    }
}
