using System.Globalization;
using System.Text;
using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;
using FlowLogs.Bench.Shared;

namespace FlowLogs.Bench.Reporting;

/// <summary>The part of docs/performance.md about what FlowLogs is made of.</summary>
internal static class PartsReport
{
    public static string Write(IReadOnlyList<BenchResult> results)
    {
        var page = new StringBuilder();
        page.Append("# Parts of it, beside plain code\n\n");
        Append(page, "Everything runs on one core, over messages in memory that are made up from a seed (`bench/FlowLogs.Bench/Data`):");
        Append(page, $"{Describe(results)}.");
        Append(page, $"In each of {BenchRunner.Rounds} rounds every case goes over all its messages, and right after it the baseline goes over the");
        Append(page, "same ones; the ratio is the median of the rounds' ratios, the rates are from the median times. Processor time is");
        Append(page, "measured, not time. Before the rounds all cases take turns in small steps, so that shared code is not compiled for");
        Append(page, "one of them. Where work and baseline ask the same question, they must give the same count.\n");
        page.Append("Baselines:\n\n");
        Append(page, "- *typed predicate*: code written for one question: finds the ends of all 14 fields, 64 bytes at a time, then parses the");
        Append(page, "  port and compares the action or the address. A delimited pattern may take 1.5 times that, and must do 5 million lines a");
        Append(page, "  second on the machine that the project is built on.");
        Append(page, "- *tokens read*: `while (reader.Read())` with a `Utf8JsonReader` over each event. A pattern cannot do with less, since an");
        Append(page, "  event that is not well formed up to its end never matches; it may take 1.3 times that.");
        Append(page, "- *`IndexOf`*: looks for the term's bytes in each message.");
        Append(page, "- *line feeds counted*: `Count((byte)'\\n')` over the same buffer; about as fast as bytes can be looked at.\n");
        var bounded = results.Where(static result => result.HasBound).ToList();
        page.Append(CultureInfo.InvariantCulture, $"{bounded.Count(static result => result.MeetsBounds)} of {bounded.Count} cases with a bound meet it.\n");

        foreach (var area in results.GroupBy(static result => result.Case.Area))
            AppendTable(page, area.Key, [.. area]);
        return page.ToString();
    }

    private static void AppendTable(StringBuilder page, string area, IReadOnlyList<BenchResult> results)
    {
        var units = results.Select(static result => result.Case.Messages.Name).Distinct().ToList();
        var unit = units.Count == 1 ? units[0] : "messages";
        page.Append(CultureInfo.InvariantCulture, $"\n## {area}\n\n");
        string[] heads = ["what", "compared with", ">ratio", $">million {unit}/s", ">baseline's", "bound", ""];
        MarkdownTable.Append(page, heads, results.Select(static result => new[]
        {
            result.Case.Name, result.Case.BaselineName, ResultText.Ratio(result), ResultText.Rate(result.Rate),
            ResultText.Rate(result.BaselineRate), ResultText.Bound(result.Case), ResultText.Verdict(result),
        }));
    }

    private static string Describe(IReadOnlyList<BenchResult> results)
    {
        var all = results.Select(static result => result.Case.Messages).Distinct();
        return string.Join(" and ", all.Select(Describe));
    }

    private static string Describe(Messages messages) => string.Create(
        CultureInfo.InvariantCulture,
        $"{messages.Count:N0} {messages.Name} of {messages.Size / messages.Count} bytes on average");

    private static void Append(StringBuilder page, string line) => page.Append(line).Append('\n');
}
