using System.Runtime.InteropServices;
using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering;

/// <summary>A condition that does not hold.</summary>
/// <param name="Span">Where it stands in the pattern.</param>
/// <param name="Value">What the message has in its place; null: nothing.</param>
/// <param name="Reason">Why it does not hold, in plain words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Failure(PatternSpan Span, string? Value, string Reason)
{
    /// <summary>The failure of a condition none of whose alternatives holds.</summary>
    public static Failure OfAll(PatternSpan span, IReadOnlyCollection<Failure> alternatives)
    {
        var first = alternatives.First();
        var value = alternatives.All(other => other.Value == first.Value) ? first.Value : null;
        var reasons = alternatives.Select(static failure => failure.Reason).Distinct(StringComparer.Ordinal);
        return new Failure(span, value, "no alternative holds: " + string.Join("; ", reasons));
    }
}
