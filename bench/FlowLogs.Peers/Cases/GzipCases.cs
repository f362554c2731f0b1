using FlowLogs.Peers.Data;
using FlowLogs.Peers.Harness;
using FlowLogs.Peers.Sides;

namespace FlowLogs.Peers.Cases;

/// <summary>The same count from gzip: one file, and eight.</summary>
internal static class GzipCases
{
    private const int Parts = 8;

    public static IEnumerable<PeerCase> Of(BenchFolder folder, long lines, ModuleHost module, DuckDb duck)
    {
        var file = folder.Gzip(lines);
        var count = module.Over(Question.Count.Command, file);
        const string Work = "the same count from one .gz";
        yield return new(Work, count, BareReading.Inflate(file), Bound.AtMost(1.15)) { IsSameQuestion = false };
        if (ChildProgram.Exists("gzip"))
        {
            var gzip = ChildProgram.Over("gzip -dc", "gzip -dc \"$0\" > /dev/null", file, folder.Empty("empty.gz"));
            yield return new(Work, count, gzip) { IsSameQuestion = false, Rounds = 3 };
        }
        yield return FileCases.AgainstDuckDb(Question.Count, file, module, duck) with { Work = Work, Rounds = 3 };
        yield return new(
            $"the same count from {Parts} .gz", module.Over(Question.Count.Command, folder.GzipParts(lines, Parts)),
            count with { Name = "FlowLogs, one .gz" }, Bound.Faster(1.6));
    }
}
