using System.Globalization;
using System.Text;
using FlowLogs.Conditions.Leaves;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>A test whether the number in a column lies between two others; what is not a short number, the test itself decides.</summary>
internal sealed class BoundNumber : BoundNode
{
    private readonly int _column;
    private readonly long _from;
    private readonly ulong _range;
    private readonly FieldTest _test;

    // The digits of the only number that is wanted; 0 where there are several. Nearly always a number is written so.
    private readonly ulong _digits;

    public BoundNumber(int column, long from, long to, FieldTest test)
    {
        (_column, _from, _range, _test) = (column, from, (ulong)(to - from), test);
        var digits = Encoding.ASCII.GetBytes(from.ToString(CultureInfo.InvariantCulture));
        if (from == to && from >= 0 && digits.Length <= LineFields.PackedLength)
            _digits = LineFields.Packed(digits, 0, digits.Length);
    }

    public override bool IsMatch(in LineFields fields)
    {
        var length = fields.LengthOf(_column);
        if (length > LineFields.PackedLength)
            return _test.IsTrue(fields[_column]);
        var digits = fields.Packed(fields.StartOf(_column), length);
        return (byte)digits == '-' ? _test.IsTrue(fields[_column]) : Has(digits, length);
    }

    public override int Choose(in LineRun run, Span<ushort> lines)
    {
        var count = 0;
        foreach (var line in lines)
        {
            lines[count] = line;
            var length = run.LengthOf(line, _column, out var start);
            var isMatch = length <= LineFields.PackedLength
                ? Has(LineFields.Packed(run.Text, start, length), length)
                : _test.IsTrue(run.Text.Slice(start, length));
            count += isMatch ? 1 : 0;
        }

        return count;
    }

    // Another way to write the only number has zeros before it.
    private bool Has(ulong digits, int length) => _digits != 0 && (byte)digits != '0'
        ? digits == _digits
        : (ulong)(FieldNumber.ParsePacked(digits, length) - _from) <= _range;
}
