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
        return (ulong)(FieldNumber.ParsePacked(digits, length) - from) <= (ulong)(to - from);
    }
}
