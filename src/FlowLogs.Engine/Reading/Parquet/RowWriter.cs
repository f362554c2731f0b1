using System.Buffers;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>Makes a line of the values of a row.</summary>
/// <param name="count">How many fields it has.</param>
internal sealed class RowWriter(int count)
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly int[] _ends = new int[count];
    private readonly ushort[] _bounds = NewBounds(count);
    private int _column;

    /// <summary>Whether the line is longer than lines may be; then it has no fields to look at.</summary>
    public bool IsTooLong => _line.WrittenCount > LineScanner.MaxLineLength;

    public ReadOnlySpan<byte> Line => _line.WrittenSpan;

    /// <summary>The line's fields, unless it is too long.</summary>
    public LineFields Fields => new(_line.WrittenSpan, _bounds);

    /// <summary>The text of a field, of which some is missing in a line that is too long.</summary>
    public ReadOnlySpan<byte> this[int column] => Line[(column == 0 ? 0 : _ends[column - 1] + 1).._ends[column]];

    /// <summary>Begins a row.</summary>
    public void Clear()
    {
        _line.ResetWrittenCount();
        _column = 0;
    }

    /// <summary>Adds the next field. Of a line that becomes too long no more is kept than shows that.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        if (_column > 0)
            _line.Write(" "u8);
        _line.Write(text[..Math.Clamp(LineScanner.MaxLineLength + 1 - _line.WrittenCount, 0, text.Length)]);
        _ends[_column++] = _line.WrittenCount;
        _bounds[_column] = (ushort)_line.WrittenCount;
    }

    private static ushort[] NewBounds(int count)
    {
        var bounds = new ushort[count + 1];
        bounds[0] = ushort.MaxValue;
        return bounds;
    }
}
