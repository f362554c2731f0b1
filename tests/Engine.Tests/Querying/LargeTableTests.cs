using System.Globalization;
using FlowLogs.Querying;
using FlowLogs.Records;
using FlowLogs.Tests.Writing;

namespace FlowLogs.Tests.Querying;

/// <summary>Tables so large that several threads join them and put them in order.</summary>
public class LargeTableTests
{
    private static readonly FlowLogFormat Format = FlowLogFormat.Parse("srcaddr dstport bytes dstaddr");

    private static readonly FlowQuery Query = new()
    {
        GroupBy = [Field("srcaddr"), Field("dstport")],
        Sums = [Field("bytes")],
        Distinct = [Field("dstaddr")],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30_000)]
    public void Joined_tables_give_what_one_would(int sources)
    {
        var rows = Rows(sources);
        var runner = new FlowQueryRunner(Query);
        Fill(runner, rows);
        var expected = rows.GroupBy(static row => (row.Source, row.Port))
            .OrderBy(static group => group.Key)
            .Select(static group => string.Create(
                CultureInfo.InvariantCulture,
                $"{Address(group.Key.Source)} {group.Key.Port} {group.Count()} {group.Sum(static row => row.Bytes)} {group.Select(static row => row.Target).Distinct().Count()}"));
        Assert.Equal(expected, runner.Finish().Rows.Select(static row => string.Join(' ', row.GetValues())));
    }

    [Fact]
    public void A_limit_holds_for_what_is_joined()
    {
        var rows = Rows(3);
        var groups = rows.Select(static row => (row.Source, row.Port)).Distinct().Count();
        var enough = new FlowQueryRunner(Query with { Distinct = [] }, groups);
        Fill(enough, rows);
        Assert.Equal(groups, enough.Finish().Groups);

        var runner = new FlowQueryRunner(Query with { Distinct = [] }, groups - 1);
        Fill(runner, rows);
        Assert.Equal("TooManyGroups", Assert.Throws<FlowLogException>(() => runner.Finish()).ErrorId);
    }

    // Each table has some groups that others have, too, and not all of any.
    private static void Fill(FlowQueryRunner runner, List<(int Source, int Port, long Bytes, int Target)> rows)
    {
        for (var i = 0; i < 3; i++)
        {
            var table = runner.OpenSink();
            for (var row = i; row < rows.Count; row += 3)
            {
                var (source, port, bytes, target) = rows[row];
                table.Add(Lines.Read(Format, string.Create(CultureInfo.InvariantCulture, $"{Address(source)} {port} {bytes} {Address(target)}")));
            }

        }
    }

    private static List<(int Source, int Port, long Bytes, int Target)> Rows(int sources)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 120_000).Select(_ => (random.Next(sources), random.Next(40_000), random.NextInt64(1 << 40), random.Next(4)))];
    }

    private static string Address(int number) => $"10.{number >> 16}.{(number >> 8) & 255}.{number & 255}";

    private static FlowField Field(string name) => FlowQuery.FindField(name, [Format]);
}
