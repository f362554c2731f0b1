using System.Text;
using FlowLogs.Conditions.Leaves;
using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>
/// A test whether a column has a short text of ASCII. What cannot be told from the first bytes, the test itself decides.
/// </summary>
internal sealed class BoundText : BoundNode
{
    private const ulong NonAscii = 0x8080808080808080;

    private readonly int _column;
    private readonly TextTest _test;
    private readonly int _length;
    private readonly ulong _text;
    // The bit that tells small letters from capitals, where case is ignored and the text has a letter.
    private readonly ulong _ignored;

    public BoundText(int column, TextTest test)
    {
        _column = column;
        _test = test;
        var text = test.Texts.Texts[0];
        _length = text.Length;
        for (var i = 0; i < _length; i++)
        {
            if (test.Texts.IgnoresCase && char.IsAsciiLetter(text[i]))
                _ignored |= 0x20UL << (i * 8);
            _text |= (ulong)text[i] << (i * 8);
        }

        _text |= _ignored;
    }

    /// <summary>Whether it can be bound so.</summary>
    public static bool Takes(TextTest test) =>
        test.Texts.IsSingle && test.Texts.Texts[0] is { Length: > 0 and <= LineFields.PackedLength } text && Ascii.IsValid(text) && text != "-";

    public override bool IsMatch(in LineFields fields)
    {
        var length = fields.LengthOf(_column);
        var start = fields.StartOf(_column);
        if (length > LineFields.PackedLength || (length == 1 && fields.Line[start] == '-'))
            return _test.IsTrue(fields[_column]);
        var bytes = fields.Packed(start, length);
        if ((bytes & NonAscii) != 0)
            return _test.IsTrue(fields[_column]);
        return (length == _length && (bytes | _ignored) == _text) != _test.IsNegated;
    }
}
