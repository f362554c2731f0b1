using FlowLogs.Peers.Data;
using FlowLogs.Peers.Harness;
using FlowLogs.Peers.Sides;

namespace FlowLogs.Peers.Cases;

/// <summary>Questions about a file of plain text.</summary>
internal static class FileCases
{
    // No line at all is no failure.
    private const string Grep = "grep -c -E '^([^ ]+ ){6}22 ([^ ]+ ){5}REJECT ' \"$0\" || [ $? -eq 1 ]";

    public static IEnumerable<PeerCase> Of(BenchFolder folder, long lines, ModuleHost module, DuckDb duck)
    {
        var file = folder.Lines(lines);
        var count = module.Over(Question.Count.Command, file);
        yield return AgainstDuckDb(Question.Count, file, module, duck, Bound.Faster(8));
        yield return new(Question.Count.Name, count, BareReading.CountLineFeeds(file, 1), Bound.AtMost(2)) { IsSameQuestion = false };
        yield return new(Question.Count.Name, count, BareReading.CountLineFeeds(file, 2)) { IsSameQuestion = false };
        if (ChildProgram.Exists("grep"))
            yield return new(Question.Count.Name, count, ChildProgram.Over("grep -c -E", Grep, file, folder.Empty("empty"))) { Rounds = 3 };
        if (ChildProgram.Exists("mawk"))
            yield return new(Question.Count.Name, count, Awk(Question.Count, "")) { Rounds = 3 };

        yield return AgainstDuckDb(Question.TopTalkers, file, module, duck, Bound.Faster(5));
        if (ChildProgram.Exists("mawk"))
        {
            var awk = Awk(Question.TopTalkers, " | sort -t = -k 2 -nr | sed -n 1,5p");
            yield return new(Question.TopTalkers.Name, module.Over(Question.TopTalkers.Command, file), awk, Bound.Faster(10)) { Rounds = 3 };
        }

        yield return AgainstDuckDb(Question.ManyGroups, file, module, duck, Bound.Faster(2)) with { Rounds = 5 };
        yield return PatternAgainstParameters(file, module);

        Side Awk(Question question, string then) =>
            ChildProgram.Over("mawk", $"mawk '{question.Awk}' \"$0\"{then}", file, folder.Empty("empty"));
    }

    /// <summary>A question, put to DuckDB.</summary>
    public static PeerCase AgainstDuckDb(Question question, string file, ModuleHost module, DuckDb duck, Bound? bound = null) => new(
        question.Name,
        module.Over(question.Command, file, question.CommandAnswer),
        duck.Over(question.Select, file, question.SelectAnswer),
        bound);

    /// <summary>A filter pattern beside typed parameters that mean the same.</summary>
    private static PeerCase PatternAgainstParameters(string file, ModuleHost module) => new(
        "count: `-FilterPattern '[v, account, eni, source, destination, srcport, dstport = 22, ..., action = REJECT, status]'`",
        module.Over(
            "(Measure-FlowLog -Path $file -FilterPattern '[v, account, eni, source, destination, srcport, dstport = 22, ..., action = REJECT, status]').Count",
            file),
        module.Over(Question.Count.Command, file) with { Name = "typed parameters" },
        Bound.AtMost(1.5));
}
