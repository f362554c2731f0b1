using System.Text;
using System.Text.Json;
using FlowLogs.Filtering;
using FlowLogs.Tests.Docs;

namespace FlowLogs.Tests.Filtering;

/// <summary>
/// The tables of docs/filter-patterns.md: the cases that tests/data/filter-docs.json names, with what the engine makes
/// of them.
/// </summary>
internal static class FilterDocs
{
    private static readonly Dictionary<string, Construct> Constructs = ReadConstructs();

    /// <summary>The page with all its tables made anew.</summary>
    /// <exception cref="InvalidDataException">The page and the list of cases do not name the same tables.</exception>
    public static string Refresh(string page) => GeneratedPage.Refresh(
        page,
        Constructs.ToDictionary(static pair => pair.Key, static pair => (Func<string>)(() => Generate(pair.Value))));

    private static string Generate(Construct construct)
    {
        var table = new StringBuilder($"\n{construct.Caption}\n\n| pattern | message | result |\n|---|---|---|\n");
        foreach (var each in construct.Cases)
        {
            var expected = FilterCase.Get(each.Id);
            var pattern = MarkdownCell.Code(expected.Pattern);
            if (expected.IsInvalid)
            {
                AppendRow(table, pattern, "", Refusal(expected));
                continue;
            }
            var numbers = each.Messages ?? [.. Enumerable.Range(1, expected.Messages.Length)];
            foreach (var message in numbers.Select(number => expected.Messages[number - 1]))
            {
                var likely = expected.IsUncertain ? " (likely)" : "";
                AppendRow(table, pattern, MarkdownCell.Code(message), Result(expected.Pattern, message) + likely);
                pattern = "";
            }
        }
        return table.Append('\n').ToString();
    }

    private static void AppendRow(StringBuilder table, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
            table.Append(cell.Length == 0 ? "| " : $"| {cell} ");
        table.Append("|\n");
    }

    private static string Result(string text, string message)
    {
        var pattern = FilterPattern.Parse(text);
        var utf8 = Encoding.UTF8.GetBytes(message);
        if (!pattern.IsMatch(utf8))
            return $"no: {MarkdownCell.Code(pattern.Explain(utf8).Reason!)}";
        var values = pattern.Extract(utf8)
            .Select(static value => $"{MarkdownCell.Code(value.Key)} = {MarkdownCell.Code(value.Value)}");
        return string.Join(": ", new[] { "**match**", string.Join(", ", values) }.Where(static part => part.Length > 0));
    }

    private static string Refusal(FilterCase expected)
    {
        var error = Filters.Refused(expected.Pattern);
        var place = error.Position == expected.Pattern.Length
            ? "behind its end"
            : $"at character {error.Position + 1}, {MarkdownCell.Code(expected.Pattern.Substring(error.Position, 1))}";
        var doubt = expected.ErrorMessage is null ? " (the service's text is not known)" : "";
        return $"refused {place}: {MarkdownCell.Code(error.Reason)}{doubt}";
    }

    private static Dictionary<string, Construct> ReadConstructs()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data", "filter-docs.json");
        return JsonSerializer.Deserialize<Construct[]>(File.ReadAllText(path), JsonSerializerOptions.Web)!
            .ToDictionary(static construct => construct.Name);
    }

    /// <summary>A part of the language: what its table shows, and the cases in it.</summary>
    private sealed record Construct(string Name, string Caption, Example[] Cases);

    /// <summary>A case, and the numbers, from 1, of the messages to show; null: all of them.</summary>
    private sealed record Example(string Id, int[]? Messages);
}
