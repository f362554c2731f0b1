using FlowLogs.Peers.Data;
using FlowLogs.Peers.Harness;
using FlowLogs.Peers.Sides;

namespace FlowLogs.Peers.Cases;

/// <summary>The same questions about files of growing size.</summary>
internal static class Growth
{
    private const int ManyRounds = 5;

    // Of the lines of the other tables, in thirtieths.
    private static readonly int[] Sizes = [1, 10, 30, 100, 300];

    public static Question[] Questions { get; } = [Question.Count, Question.TopTalkers];

    public static int SizeCount => Sizes.Length;

    /// <summary>For each number of lines a result for each question; sizes that there is no room for are left out.</summary>
    public static IEnumerable<(long Lines, IReadOnlyList<PeerResult> Results)> Run(
        BenchFolder folder, long lines, ModuleHost module, DuckDb duck)
    {
        foreach (var count in Sizes.Select(size => lines * size / 30).Where(folder.HasRoomFor))
        {
            var file = folder.Lines(count);
            var rounds = count > lines ? 1 : ManyRounds;
            yield return (count, [.. Questions.Select(question =>
                PeerRunner.Run(FileCases.AgainstDuckDb(question, file, module, duck) with { Rounds = rounds }))]);
        }
    }
}
