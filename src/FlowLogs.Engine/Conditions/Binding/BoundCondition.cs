using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Conditions.Rewriting;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>
/// A condition for the lines of one format, over their bytes: each test knows its column, fields that the format lacks
/// are decided. Allocates nothing for a line unless a regular expression does.
/// </summary>
internal sealed class BoundCondition : LineTest
{
    public BoundCondition(FlowExpression condition, FlowLogFormat format)
    {
        Format = format;
        Condition = Simplifier.Simplify(condition, format);
        Root = Build(Condition);
    }

    public FlowLogFormat Format { get; }

    /// <summary>What is left of the condition for this format.</summary>
    public FlowExpression Condition { get; }

    /// <summary>The test alone, for lines by the million.</summary>
    public LineTest Root { get; }

    public override bool IsMatch(in LineFields fields) => Root.IsMatch(fields);

    private BoundNode Build(FlowExpression condition) => condition switch
    {
        AllExpression all => new BoundAll(BuildParts(all.Parts)),
        AnyExpression any => new BoundAny(BuildParts(any.Parts)),
        ConstantExpression { Value: var value } => new BoundConstant(value),
        FieldTest test => test.Bind(Format.ColumnOf(test.Field)),
        _ => throw new ArgumentException("The condition is not simplified.", nameof(condition)),
    };

    // Cheap tests first: the first that decides saves the rest.
    private BoundNode[] BuildParts(IReadOnlyList<FlowExpression> parts) =>
        [.. parts.OrderBy(Cost).Select(Build)];

    private static int Cost(FlowExpression part) => part switch
    {
        FieldTest test => test.Cost,
        AllExpression all => all.Parts.Sum(Cost),
        AnyExpression any => any.Parts.Sum(Cost),
        _ => 0,
    };
}
