using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Delimited;

/// <summary>A place between the commas of a delimited pattern.</summary>
/// <param name="Span">Where it stands in the pattern; empty for an empty slot.</param>
/// <param name="Name">Its name; null for an empty slot or the ellipsis.</param>
/// <param name="Condition">What it asks of its field; null: nothing.</param>
/// <param name="IsEllipsis">Whether it is <c>...</c>, which stands for any number of fields.</param>
internal sealed record DelimitedSlot(PatternSpan Span, string? Name, SlotCondition? Condition, bool IsEllipsis);
