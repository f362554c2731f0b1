using System.Text.Json;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Json;

/// <summary>
/// A comparison with an unquoted number: numbers by value, strings only for equality and by the number's spelling.
/// <c>!=</c> is the negation of <c>=</c>, not a test of its own.
/// </summary>
internal sealed class JsonNumberTest(ComparisonOperator comparison, PatternNumber number) : JsonTest
{
    public override bool? Accepts(ReadOnlySpan<byte> json, JsonValue value) => value.Kind switch
    {
        JsonTokenType.Number =>
            JsonNumber.Compare(value.In(json), number) is { } order ? comparison.Holds(order) : null,
        JsonTokenType.String when comparison == ComparisonOperator.Equal =>
            JsonText.AreEqual(value.In(json), value.IsEscaped, number.Utf8),
        _ => null,
    };

    public override string Refusal => comparison == ComparisonOperator.Equal
        ? ", and only text and finite numbers can be compared with a number"
        : ", and only finite numbers have an order";
}
