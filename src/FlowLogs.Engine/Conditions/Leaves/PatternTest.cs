using FlowLogs.Filtering.Delimited;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>
/// A condition of a CloudWatch Logs pattern that no other test says exactly, such as one with a wildcard that does not
/// go back, run as patterns run it.
/// </summary>
/// <param name="field">The field.</param>
/// <param name="condition">The condition on the field's text.</param>
/// <param name="text">The operator and what stands on its right, as in the pattern.</param>
/// <param name="isNegated">Whether the condition must not hold.</param>
/// <param name="whenMissing">The result for a missing field.</param>
internal sealed class PatternTest(FlowField field, SlotCondition condition, string text, bool isNegated, bool whenMissing)
    : NegatableTest(field, isNegated, whenMissing)
{
    public SlotCondition Condition => condition;

    /// <summary>The operator and what stands on its right, as in the pattern.</summary>
    public string Comparison => text;

    public override int Cost => condition is SlotRegex ? 8 : 2;

    protected override bool Finds(ReadOnlySpan<byte> text) => condition.Holds(text);

    protected override NegatableTest With(bool newIsNegated, bool newWhenMissing) =>
        new PatternTest(Field, condition, text, newIsNegated, newWhenMissing);

    protected override string Describe() => $"{Field} {(IsNegated ? "not " : "")}matching {text}";
}
