using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    // The only number that is wanted as nearly always it is written, and what is behind a field; no mask where there are several.
    private readonly ulong _text;
    private readonly ulong _textMask;

    public BoundNumber(int column, long from, long to, FieldTest test)
    {
        (_column, _from, _range, _test) = (column, from, (ulong)(to - from), test);
        var digits = Encoding.ASCII.GetBytes(from.ToString(CultureInfo.InvariantCulture));
        if (from == to && from >= 0 && digits.Length < LineFields.PackedLength)
        {
            _text = LineFields.Packed(digits, 0, digits.Length);
            _textMask = (1UL << (digits.Length * 8)) - 1;
            // A digit has a bit that neither a blank nor a line feed has.
            _textMask |= 0x10UL << (digits.Length * 8);
        }
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
        if (_textMask == 0)
            return ChooseInRange(run, lines);
        ref var bounds = ref run.From(_column, out var step);
        var (text, mask) = (_text, _textMask);
        ref var first = ref MemoryMarshal.GetReference(run.Text);
        ref var chosen = ref MemoryMarshal.GetReference(lines);
        var last = run.Text.Length - LineFields.PackedLength;
        var count = 0;
        foreach (var line in lines)
        {
            // A run's lines are in its text, and no more are chosen than there are.
            int start = (ushort)(Unsafe.Add(ref bounds, line * step) + 1);
            var bytes = start <= last ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, start)) : '0';
            var isMatch = (bytes & mask) == text;
            // Another way to write the number has zeros before it.
            if ((byte)bytes == '0')
                isMatch = IsMatch(run[line]);
            Unsafe.Add(ref chosen, count) = line;
            count += isMatch ? 1 : 0;
        }

        return count;
    }

    private int ChooseInRange(in LineRun run, Span<ushort> lines)
    {
        var count = 0;
        foreach (var line in lines)
        {
            lines[count] = line;
            int start = run.StartOf(line, _column), length = run.LengthOf(line, _column);
            var isMatch = length <= LineFields.PackedLength
                ? Has(LineFields.Packed(run.Text, start, length), length)
                : _test.IsTrue(run.Text.Slice(start, length));
            count += isMatch ? 1 : 0;
        }

        return count;
    }

    private bool Has(ulong digits, int length) => (ulong)(FieldNumber.ParsePacked(digits, length) - _from) <= _range;
}
