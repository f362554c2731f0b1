using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;
using FlowLogs.Conditions;
using FlowLogs.Filtering.Values;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.Bench.Cases;

/// <summary>Reading lines, with conditions and into records, against counting line feeds.</summary>
internal static class ReadingCases
{
    public static IEnumerable<BenchCase> Of(Messages lines)
    {
        var port = FlowExpression.Number(FlowExpression.FindField("dstport"), ComparisonOperator.Equal, 22m, whenMissing: false);
        var action = FlowExpression.Text(FlowExpression.FindField("action"), ["REJECT"], ignoreCase: true);
        var network = FlowExpression.InNetwork(FlowExpression.FindField("srcaddr"), [FlowNetwork.Parse("192.0.2.0/24")]);

        yield return Case("no line passes: `dstport = 1`", FlowExpression.Number(
            FlowExpression.FindField("dstport"), ComparisonOperator.Equal, 1m, whenMissing: false));
        yield return Case("`dstport = 22 and action = REJECT`", FlowExpression.All(port, action));
        yield return Case("`srcaddr in 192.0.2.0/24`", network);
        yield return Case("every line becomes a record", null);

        BenchCase Case(string name, FlowExpression? condition) =>
            new("Reading lines", name, lines, Read(lines, condition), "line feeds counted", CountLineFeeds(lines));
    }

    private static Work Read(Messages lines, FlowExpression? condition)
    {
        var options = new FlowReadOptions { Formats = [FlowLogFormat.Default], Condition = condition };
        var items = new List<ReadItem>();
        return (from, to) =>
        {
            items.Clear();
            new LineReader("bench", options).Read(lines.Block(from, to), items);
            return items.Count;
        };
    }

    private static Work CountLineFeeds(Messages lines) => (from, to) => lines.Block(from, to).Count((byte)'\n');
}
