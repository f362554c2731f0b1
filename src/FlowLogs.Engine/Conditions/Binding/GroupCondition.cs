using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Conditions.Rewriting;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Binding;

/// <summary>A condition for groups of records of one format, of which little is known before they are read.</summary>
internal sealed class GroupCondition(FlowExpression condition, FlowLogFormat format)
{
    private readonly FlowExpression _condition = Simplifier.Simplify(condition, format);

    /// <summary>The columns of the fields that it looks at.</summary>
    public IEnumerable<int> Columns => Tests(_condition).Select(test => format.ColumnOf(test.Field)).Distinct();

    /// <summary>False if no record of a group can meet the condition.</summary>
    /// <param name="rangeOf">What is known of a column's values.</param>
    public bool CanHold(Func<int, FlowValueRange> rangeOf) => CanHold(_condition, rangeOf);

    private bool CanHold(FlowExpression part, Func<int, FlowValueRange> rangeOf) => part switch
    {
        AllExpression all => all.Parts.All(inner => CanHold(inner, rangeOf)),
        AnyExpression any => any.Parts.Any(inner => CanHold(inner, rangeOf)),
        ConstantExpression constant => constant.Value,
        FieldTest test => test.CanBeTrue(rangeOf(format.ColumnOf(test.Field))),
        _ => true,
    };

    private static IEnumerable<FieldTest> Tests(FlowExpression part) => part switch
    {
        AllExpression all => all.Parts.SelectMany(Tests),
        AnyExpression any => any.Parts.SelectMany(Tests),
        FieldTest test => [test],
        _ => [],
    };
}
