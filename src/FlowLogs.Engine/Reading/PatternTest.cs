using System.Buffers;
using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>Whether lines match a filter pattern.</summary>
/// <param name="pattern">The pattern.</param>
/// <param name="fields">What the pattern says of the fields of lines without <see cref="Marks"/>; null if nobody knows.</param>
internal sealed class PatternTest(FilterPattern pattern, LineTest? fields) : LineTest
{
    // Patterns take these off fields, or end fields there; and so they do with controls.
    private const string Quotes = "\"[";

    private static readonly SearchValues<byte> Marks =
        SearchValues.Create([.. Quotes.Select(static c => (byte)c), .. Enumerable.Range(0, ' ').Select(static c => (byte)c)]);

    /// <summary>Makes the test for lines of a format.</summary>
    public static PatternTest Of(FilterPattern pattern, FlowLogFormat format) =>
        new(pattern, FlowExpression.FromPattern(pattern, format)?.Bind(format).Root);

    // A delimited pattern need not look for fields that are found.
    public override bool IsMatch(in LineFields line)
    {
        var text = line.Line;
        return fields is not null && !text.ContainsAny(Marks) ? fields.IsMatch(line) : pattern.IsMatch(text);
    }

    // The lines of a run have no controls.
    public override int Choose(in LineRun run, Span<ushort> lines) =>
        fields is null || run.Lines.ContainsAny((byte)Quotes[0], (byte)Quotes[1]) ? base.Choose(run, lines) : fields.Choose(run, lines);
}
