namespace FlowLogs.Records;

/// <summary>A value that AWS documents for a field.</summary>
/// <param name="Text">The value as lines have it: <c>REJECT</c>, <c>18</c>.</param>
/// <param name="Meaning">What it means; for a number its name, where it has one. Empty where the text says it all.</param>
public sealed record FlowFieldValue(string Text, string Meaning);
