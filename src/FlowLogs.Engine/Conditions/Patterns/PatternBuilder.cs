using System.Text;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Conditions.Rewriting;
using FlowLogs.Filtering;
using FlowLogs.Filtering.Syntax;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Patterns;

/// <summary>
/// Finds the strongest pattern that a condition implies. What all of the condition's parts say of one field becomes that
/// field's slot, the most selective first, as long as the pattern is not too long and has no more than two regular
/// expressions.
/// </summary>
internal sealed class PatternBuilder(FlowLogFormat format, Spelling spelling)
{
    private const string TooLong = "a pattern has no more than 1,024 characters";
    private const string AcrossFields = "a pattern cannot say 'or' between conditions on different fields";

    private readonly Dictionary<int, IReadOnlyList<Clause>> _clauses = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private string? _text;
    private int _regexesLeft = PatternErrors.MaxRegexes;

    public ServerPattern Build(FlowExpression condition)
    {
        var simple = Simplifier.Simplify(condition, format);
        if (simple is ConstantExpression { Value: false })
            return new ServerPattern(null, simple, [WhyNever(condition)]);

        IReadOnlyList<FlowExpression> parts = simple switch
        {
            AllExpression all => all.Parts,
            ConstantExpression => [],
            _ => [simple],
        };
        var losses = new List<string>[parts.Count];
        var candidates = new List<(int Part, int Column, FlowExpression Condition)>();
        for (var i = 0; i < parts.Count; i++)
        {
            int[] columns = [.. Projection.Columns(parts[i], format)];
            losses[i] = columns.Length > 1 ? [AcrossFields] : [];
            candidates.AddRange(columns.Select(column => (i, column, Projection.On(parts[i], column, format))));
        }

        foreach (var (part, column, candidate) in candidates.OrderBy(static c => Selectivity.Estimate(c.Condition)))
        {
            var found = Add(column, candidate);
            if (losses[part] is not [AcrossFields])
                losses[part].AddRange(found);
        }

        int[] left = [.. Enumerable.Range(0, parts.Count).Where(i => losses[i].Count > 0)];
        if (spelling == Spelling.Aws)
            _text ??= PatternText.Write(format, _clauses, mayRename: false);
        return new ServerPattern(
            _text is null ? null : FilterPattern.Parse(_text),
            left.Length == 0 ? null : Simplifier.Simplify(new AllExpression([.. left.Select(i => parts[i])])),
            [.. left.Select(i => $"{Shorten(parts[i].ToString())}: {string.Join("; ", losses[i].Distinct(StringComparer.Ordinal))}.")]);
    }

    // Why the pattern does not say all of it; empty if it does.
    private IReadOnlyList<string> Add(int column, FlowExpression condition)
    {
        if (condition is ConstantExpression)
            return [];
        var implied = Write(condition);
        if (implied.Clause is not { } clause)
            return implied.Losses;
        if (TryAdd(column, clause))
            return implied.Losses;
        for (var wider = Coarser.Of(condition); wider is not null; wider = Coarser.Of(wider))
        {
            if (Write(wider).Clause is { } shorter && TryAdd(column, shorter))
                break;
        }

        return [TooLong];
    }

    private Implied Write(FlowExpression condition)
    {
        var implied = TestClauses.Write(condition, spelling, allowRegex: true);
        return implied.Clause is null || implied.Clause.RegexCount <= _regexesLeft
            ? implied
            : TestClauses.Write(condition, spelling, allowRegex: false);
    }

    private bool TryAdd(int column, Clause clause)
    {
        // Several parts of a condition may say the same of a field.
        var written = new StringBuilder();
        clause.WriteTo(written, format.Fields[column].Name);
        if (!_written.Add(written.ToString()))
            return true;

        var before = _clauses.GetValueOrDefault(column);
        _clauses[column] = [.. before ?? [], clause];
        if (PatternText.Write(format, _clauses, mayRename: spelling == Spelling.Any) is { } text)
        {
            _text = text;
            _regexesLeft -= clause.RegexCount;
            return true;
        }

        if (before is null)
            _clauses.Remove(column);
        else
            _clauses[column] = before;
        return false;
    }

    private string WhyNever(FlowExpression condition)
    {
        var lacking = Projection.Fields(condition).Where(field => format.ColumnOf(field) < 0)
            .Select(static field => field.Name).Distinct(StringComparer.Ordinal);
        var names = string.Join(", ", lacking);
        return names.Length == 0
            ? "No record meets the condition."
            : $"No record of this format meets the condition: the format lacks {names}.";
    }

    private static string Shorten(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 117), "...");
}
