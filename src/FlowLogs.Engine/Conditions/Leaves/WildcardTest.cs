using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>The text of a field matches a text with wildcards.</summary>
internal sealed class WildcardTest(FlowField field, Glob glob, bool isNegated, bool whenMissing)
    : NegatableTest(field, isNegated, whenMissing)
{
    public Glob Glob => glob;

    public override int Cost => 2;

    public override FlowExpression Reduce()
    {
        if (glob.IsAnything)
            return ReduceTo(!IsNegated);
        return glob.HasStar || glob.HasQuestion
            ? this
            : new TextTest(Field, new TextSet([glob.Text], glob.IgnoresCase), IsNegated, WhenMissing);
    }

    protected override bool Finds(ReadOnlySpan<byte> text) => glob.IsMatch(text);

    protected override NegatableTest With(bool newIsNegated, bool newWhenMissing) =>
        new WildcardTest(Field, glob, newIsNegated, newWhenMissing);

    protected override string Describe() =>
        $"{Field} {(IsNegated ? "not " : "")}like {TextSet.Quote(glob.Text)}{(glob.IgnoresCase ? " in any case" : "")}";
}
