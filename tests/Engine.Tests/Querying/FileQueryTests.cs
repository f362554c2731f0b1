using System.Globalization;
using FlowLogs.Conditions;
using FlowLogs.Querying;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.Tests.Querying;

/// <summary>Files that are measured by all processors.</summary>
public sealed class FileQueryTests : IDisposable
{
    private static readonly FlowQuery ByPort = new() { GroupBy = [FlowExpression.FindField("dstport")], Sums = [FlowExpression.FindField("bytes")] };
    private static readonly string Header = string.Join(' ', FlowLogFormat.Default.Fields.Select(static field => field.Name));

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_whose_lines_change_their_meaning_is_read_anew()
    {
        // Before the new header ports are 1 and 22, behind it 22 and 1, in lines that look the same.
        var lines = Lines(20_000).ToList();
        lines.Insert(15_000, Header.Replace("srcport dstport", "dstport srcport", StringComparison.Ordinal));
        lines.Insert(14_000, "bogus");
        lines.Insert(0, Header);
        await File.WriteAllLinesAsync(Path.Combine(_folder, "a.log"), lines);
        await File.WriteAllLinesAsync(Path.Combine(_folder, "b.log"), Lines(5_000));

        var tally = new ReadTally();
        var (rows, problems) = await MeasureAsync(new FlowReadOptions { ChunkLength = 10_000, Tally = tally });
        Assert.Equal(["1 5000 500000", "22 20000 2000000"], rows);
        Assert.Equal("FieldCount", Assert.Single(problems).ErrorId);
        var summary = tally.ToSummary();
        Assert.Equal((25_000L, 25_003L, 1L), (summary.Records, summary.Events, summary.LinesSkipped));
        Assert.Equal((1_700_000_000L, 1_700_019_999L), (summary.FirstTime!.Value.ToUnixTimeSeconds(), summary.LastTime!.Value.ToUnixTimeSeconds()));
        Assert.Equal("1 lines are no flow log records.", Assert.Single(summary.Reasons));
    }

    [Fact]
    public async Task Many_files_and_one_large_file_give_the_same()
    {
        var lines = Lines(40_000).ToList();
        await File.WriteAllLinesAsync(Path.Combine(_folder, "all.log"), lines);
        var (expected, _) = await MeasureAsync(new FlowReadOptions { ChunkLength = 10_000 });
        File.Delete(Path.Combine(_folder, "all.log"));
        foreach (var (part, i) in lines.Chunk(999).Select(static (part, i) => (part, i)))
            await File.WriteAllLinesAsync(Path.Combine(_folder, $"{i}.log"), part);
        Assert.Equal(expected, (await MeasureAsync(new FlowReadOptions())).Rows);
    }

    [Fact]
    public async Task Too_many_groups_in_a_thread_end_the_query()
    {
        await File.WriteAllLinesAsync(Path.Combine(_folder, "a.log"), Lines(20_000));
        var query = new FlowQuery { GroupBy = [FlowExpression.FindField("start")] };
        var runner = new FlowQueryRunner(query, maxGroups: 1_000);
        var error = await Assert.ThrowsAsync<FlowLogException>(async () =>
        {
            await foreach (var _ in runner.ReadFilesAsync([_folder], new FlowReadOptions { ChunkLength = 10_000 }))
            {
            }
        });
        Assert.Equal(FlowQueryRunner.TooManyGroups, error.ErrorId);
    }

    private static IEnumerable<string> Lines(int count) => Enumerable.Range(0, count).Select(static i => string.Create(
        CultureInfo.InvariantCulture,
        $"2 123456789012 eni-{i:x8} 10.0.0.1 10.1.0.1 1 22 6 1 100 {1_700_000_000 + i} {1_700_000_060 + i} ACCEPT OK"));

    private async Task<(List<string> Rows, List<FlowLogException> Problems)> MeasureAsync(FlowReadOptions options)
    {
        var runner = new FlowQueryRunner(ByPort, countsTimes: true);
        var problems = new List<FlowLogException>();
        await foreach (var batch in runner.ReadFilesAsync([_folder], options))
            problems.AddRange(batch.Select(static item => item.Problem!));
        return ([.. runner.Finish().Rows.Select(static row => string.Join(' ', row.GetValues()))], problems);
    }
}
