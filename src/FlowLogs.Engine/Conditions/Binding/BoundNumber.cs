using FlowLogs.Conditions.Leaves;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>A test whether the number in a column lies between two others; what is not a short number, the test itself decides.</summary>
internal sealed class BoundNumber(int column, long from, long to, FieldTest test) : BoundNode
{
    public override bool IsMatch(in LineFields fields)
    {
        var length = fields.LengthOf(column);
        if (length > LineFields.PackedLength)
            return test.IsTrue(fields[column]);
        var digits = fields.Packed(fields.StartOf(column), length);
        if ((byte)digits == '-')
            return test.IsTrue(fields[column]);
        return IsBetween(digits, length);
    }

    public override int Choose(in LineRun run, Span<ushort> lines)
    {
        var count = 0;
        foreach (var line in lines)
        {
            lines[count] = line;
            var length = run.LengthOf(line, column, out var start);
            var isMatch = length <= LineFields.PackedLength
                ? IsBetween(LineFields.Packed(run.Text, start, length), length)
                : test.IsTrue(run.Text.Slice(start, length));
            count += isMatch ? 1 : 0;
        }

        return count;
    }

    private bool IsBetween(ulong digits, int length) => (ulong)(FieldNumber.ParsePacked(digits, length) - from) <= (ulong)(to - from);
}
