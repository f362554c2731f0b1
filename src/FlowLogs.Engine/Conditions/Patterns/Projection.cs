using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Conditions.Rewriting;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Patterns;

/// <summary>
/// What a condition on several fields says of one of them alone: that in <c>a = 1 and b = 2 or a = 3 and c = 4</c>, a is
/// 1 or 3. It holds whenever the condition does.
/// </summary>
internal static class Projection
{
    /// <summary>The columns of the fields that a simplified condition tests.</summary>
    public static IEnumerable<int> Columns(FlowExpression condition, FlowLogFormat format) =>
        Fields(condition).Select(format.ColumnOf).Distinct();

    /// <summary>What a simplified condition says of the field in a column.</summary>
    public static FlowExpression On(FlowExpression condition, int column, FlowLogFormat format) =>
        Simplifier.Simplify(Reduce(condition, column, format), format);

    /// <summary>The fields that a condition tests, some perhaps several times.</summary>
    public static IEnumerable<FlowField> Fields(FlowExpression condition) => condition switch
    {
        NotExpression not => Fields(not.Part),
        AllExpression all => all.Parts.SelectMany(Fields),
        AnyExpression any => any.Parts.SelectMany(Fields),
        FieldTest test => [test.Field],
        _ => [],
    };

    // There is no "not" but in the tests, so that the more of them hold, the more the whole does.
    private static FlowExpression Reduce(FlowExpression condition, int column, FlowLogFormat format) => condition switch
    {
        AllExpression all => new AllExpression([.. all.Parts.Select(part => Reduce(part, column, format))]),
        AnyExpression any => new AnyExpression([.. any.Parts.Select(part => Reduce(part, column, format))]),
        FieldTest test when format.ColumnOf(test.Field) != column => ConstantExpression.True,
        _ => condition,
    };
}
