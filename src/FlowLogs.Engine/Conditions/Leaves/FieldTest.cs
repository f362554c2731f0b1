using FlowLogs.Conditions.Binding;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>A test on one field.</summary>
/// <param name="field">The field: of the table, or one that a format has by that name.</param>
/// <param name="whenMissing">The result where the line has <c>-</c> or the format lacks the field.</param>
internal abstract class FieldTest(FlowField field, bool whenMissing) : FlowExpression
{
    public FlowField Field { get; } = field;

    public bool WhenMissing { get; } = whenMissing;

    /// <summary>How dear the test is; of several that must hold the cheaper ones are tried first.</summary>
    public abstract int Cost { get; }

    /// <summary>The result for a field's text, which may be <c>-</c>.</summary>
    public bool IsTrue(ReadOnlySpan<byte> text) => IsMissing(text) ? WhenMissing : Holds(text);

    /// <summary>Whether it can be true of one of several values of the field.</summary>
    public bool CanBeTrue(in FlowValueRange range) => (range.MayBeMissing && WhenMissing) || (range.HasValues && CanHold(range));

    /// <summary>The test on lines that have the field in a column.</summary>
    public virtual BoundNode Bind(int column) => new BoundTest(column, this);

    /// <summary>The same test with another result for a missing field, reduced.</summary>
    public abstract FlowExpression WithMissing(bool result);

    /// <summary>One test that says what this and another one on the same field say together; null if there is none.</summary>
    /// <param name="other">The other test.</param>
    /// <param name="isAll">Whether both must hold, else one of the two.</param>
    public virtual FlowExpression? Join(FieldTest other, bool isAll) => null;

    /// <summary>A simpler expression for the same; itself if there is none.</summary>
    public virtual FlowExpression Reduce() => this;

    public override string ToString() => WhenMissing ? $"({Describe()} or {Field} missing)" : Describe();

    /// <summary>The result for a field that is not missing.</summary>
    protected abstract bool Holds(ReadOnlySpan<byte> text);

    /// <summary>Whether it can hold for one of several values that are not missing.</summary>
    protected virtual bool CanHold(in FlowValueRange range) => !range.IsSingle || IsTrue(range.Min.Span);

    /// <summary>The test on a field that is not missing, in words that no other test has.</summary>
    protected abstract string Describe();

    /// <summary>Whether the test on a field is never true, or always, unless it is missing; then what is left of it.</summary>
    protected FlowExpression ReduceTo(bool holds) => holds == WhenMissing
        ? ConstantExpression.Of(holds)
        : new MissingTest(Field, isNegated: holds);

    private static bool IsMissing(ReadOnlySpan<byte> text) => text.Length == 1 && text[0] == '-';
}
