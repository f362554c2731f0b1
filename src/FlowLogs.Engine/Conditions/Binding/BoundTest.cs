using FlowLogs.Conditions.Leaves;
using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>A test on the field in one column.</summary>
internal sealed class BoundTest(int column, FieldTest test) : BoundNode
{
    public override bool IsMatch(in LineFields fields) => test.IsTrue(fields[column]);
}
