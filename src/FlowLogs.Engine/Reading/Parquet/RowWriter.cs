using System.Buffers;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>Makes a line of the values of a row.</summary>
/// <param name="count">How many fields it has.</param>
internal sealed class RowWriter(int count)
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly int[] _ends = new int[count];
    private int _column;

    public LineFields Fields => new(_line.WrittenSpan, _ends);

    public ReadOnlySpan<int> Ends => _ends;

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
    }
}
