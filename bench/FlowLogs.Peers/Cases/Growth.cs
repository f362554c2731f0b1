using FlowLogs.Peers.Data;
using FlowLogs.Peers.Harness;
using FlowLogs.Peers.Sides;

namespace FlowLogs.Peers.Cases;

/// <summary>The same questions about files of growing size.</summary>
internal static class Growth
{
    private const long Many = 10_000_000;

    public static Question[] Questions { get; } = [Question.Count, Question.TopTalkers, Question.ManyGroups];

    private static readonly long[] Sizes = [100_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000];

    /// <summary>For each number of lines a result for each question; sizes that there is no room for are left out.</summary>
    public static IEnumerable<(long Lines, IReadOnlyList<PeerResult> Results)> Run(
        BenchFolder folder, long most, ModuleHost module, DuckDb duck)
    {
        foreach (var lines in Sizes.Where(lines => lines <= most && folder.HasRoomFor(lines)))
        {
            var file = folder.Lines(lines);
            var rounds = lines < Many ? 5 : 1;
            yield return (lines, [.. Questions.Select(question =>
                PeerRunner.Run(FileCases.AgainstDuckDb(question, file, module, duck) with { Rounds = rounds }))]);
        }
    }
}
