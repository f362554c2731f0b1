using System.Text.RegularExpressions;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>A regular expression of .NET finds something in the text of a field.</summary>
internal sealed class RegexTest(FlowField field, Regex regex, bool isNegated, bool whenMissing)
    : NegatableTest(field, isNegated, whenMissing)
{
    public override int Cost => 8;

    protected override bool Finds(ReadOnlySpan<byte> text)
    {
        using var decoded = new DecodedText(text);
        return regex.IsMatch(decoded.Chars);
    }

    protected override NegatableTest With(bool newIsNegated, bool newWhenMissing) =>
        new RegexTest(Field, regex, newIsNegated, newWhenMissing);

    protected override string Describe()
    {
        var options = regex.Options == RegexOptions.None ? "" : $" ({regex.Options})";
        return $"{Field} {(IsNegated ? "not " : "")}matches {TextSet.Quote(regex.ToString())}{options}";
    }
}
