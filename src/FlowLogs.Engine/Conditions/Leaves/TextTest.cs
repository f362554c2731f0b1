using FlowLogs.Conditions.Binding;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>The text of a field, as the line has it, is one of several.</summary>
internal sealed class TextTest : NegatableTest
{
    private readonly TextSet _texts;

    public TextTest(FlowField field, TextSet texts, bool isNegated, bool whenMissing)
        : base(field, isNegated, whenMissing) => _texts = texts;

    public TextSet Texts => _texts;

    public override int Cost => 1;

    public override BoundNode Bind(int column) => BoundText.Takes(this) ? new BoundText(column, this) : base.Bind(column);

    public override FlowExpression? Join(FieldTest other, bool isAll) =>
        other is TextTest { Texts: var others } test && others.IgnoresCase == _texts.IgnoresCase
            && JoinLists(test, isAll) is { } whenMissing
        ? new TextTest(Field, _texts.Union(others), IsNegated, whenMissing).Reduce()
        : null;

    public override FlowExpression Reduce() => _texts.IsEmpty ? ReduceTo(IsNegated) : this;

    protected override bool Finds(ReadOnlySpan<byte> text) => _texts.Contains(text);

    protected override NegatableTest With(bool newIsNegated, bool newWhenMissing) =>
        new TextTest(Field, _texts, newIsNegated, newWhenMissing);

    protected override string Describe()
    {
        var comparison = (_texts.IsSingle, IsNegated) switch
        {
            (true, false) => "=",
            (true, true) => "!=",
            (false, false) => "in",
            (false, true) => "not in",
        };
        return $"{Field} {comparison} {_texts}";
    }
}
