using FlowLogs.Filtering.Delimited;
using FlowLogs.Filtering.Json;
using FlowLogs.Filtering.Regexes;
using FlowLogs.Filtering.Syntax;
using FlowLogs.Filtering.Text;

namespace FlowLogs.Filtering;

/// <summary>
/// A CloudWatch Logs filter pattern, parsed once and then tried on any number of messages. Immutable; several threads
/// may use one at the same time.
/// </summary>
public sealed class FilterPattern
{
    private FilterPattern(FilterPatternKind kind, CompiledPattern compiled)
    {
        Kind = kind;
        Compiled = compiled;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text => Compiled.Pattern;

    /// <summary>Which of the three languages the pattern is written in; its first character decides.</summary>
    public FilterPatternKind Kind { get; }

    /// <summary>
    /// What is legal in this pattern but may not mean what its writer thinks, in plain words; empty if there is
    /// nothing.
    /// </summary>
    public IReadOnlyList<string> Warnings => field ??= [.. Compiled.FindWarnings().Distinct(StringComparer.Ordinal)];

    internal CompiledPattern Compiled { get; }

    /// <summary>Parses a pattern.</summary>
    /// <param name="text">The pattern, 0 to 1,024 characters.</param>
    /// <exception cref="FilterPatternException">The pattern is not valid; says where.</exception>
    public static FilterPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > PatternErrors.MaxLength)
            throw PatternErrors.TooLong(text);
        return (text.Length == 0 ? '\0' : text[0]) switch
        {
            '[' => new FilterPattern(FilterPatternKind.Delimited, DelimitedPattern.Parse(text)),
            '{' => new FilterPattern(FilterPatternKind.Json, JsonPattern.Parse(text)),
            '%' => new FilterPattern(FilterPatternKind.Text, RegexPattern.Parse(text)),
            _ => new FilterPattern(FilterPatternKind.Text, TextPattern.Parse(text)),
        };
    }

    /// <summary>
    /// Whether a text is a selector that gives one value at most (<c>$.a.b</c>, <c>$.a[0]</c>): what a metric's value or a
    /// dimension may be taken from.
    /// </summary>
    public static bool IsPlainSelector(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var steps = SelectorSyntax.Read(text, 0, out var end);
            return text.StartsWith('$') && end == text.Length && !Array.Exists(steps, static step => step.IsWildcard);
        }
        catch (FilterPatternException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether a delimited pattern gives a field of that name: a slot's name, or the number of a field that an ellipsis,
    /// an empty slot or an empty pattern leaves without one.
    /// </summary>
    /// <param name="name">The name without its dollar.</param>
    public bool DefinesField(string name) => Compiled is DelimitedPattern delimited && delimited.DefinesField(name);

    /// <summary>The pattern as it was written.</summary>
    public override string ToString() => Text;

    /// <summary>
    /// Whether a message matches. Allocates nothing where it does not, once a regular expression has seen its kind of
    /// text; but a JSON pattern pays for an exception where a message has the ends of an object and is not well formed.
    /// </summary>
    /// <param name="message">One log event's message in UTF-8, without a line end.</param>
    public bool IsMatch(ReadOnlySpan<byte> message) => Compiled.IsMatch(message);

    /// <summary>
    /// The values that the service reports for a message that matches: for a delimited pattern every field of the
    /// message, in order, under its name (<c>$srcaddr</c>, or <c>$7</c> where it has none); empty for the other kinds.
    /// </summary>
    /// <param name="message">A message for which <see cref="IsMatch"/> is true.</param>
    public IReadOnlyList<KeyValuePair<string, string>> Extract(ReadOnlySpan<byte> message) => Compiled.Extract(message);

    /// <summary>Whether a message matches and, if not, which condition failed and what it saw.</summary>
    /// <param name="message">One log event's message in UTF-8, without a line end.</param>
    public FilterExplanation Explain(ReadOnlySpan<byte> message) => Compiled.Explain(message);
}
