using BenchmarkDotNet.Attributes;
using FlowLogs.Conditions;
using FlowLogs.Filtering.Values;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.Micro;

/// <summary>Lines in memory, read by one reader.</summary>
public class ReadingLines
{
    private readonly List<ReadItem> _items = [];
    private readonly FlowReadOptions _all = Options(null);
    private readonly FlowReadOptions _none = Options(Port(1));
    private readonly FlowReadOptions _some = Options(FlowExpression.All(
        Port(22), FlowExpression.Text(FlowExpression.FindField("action"), ["REJECT"], ignoreCase: true)));

    /// <summary>About as fast as bytes can be looked at.</summary>
    [Benchmark(Baseline = true, Description = "line feeds counted", OperationsPerInvoke = SampleLines.Count)]
    public int CountLineFeeds() => SampleLines.Text.AsSpan().Count((byte)'\n');

    /// <summary>Nothing passes.</summary>
    [Benchmark(Description = "no line passes: `dstport = 1`", OperationsPerInvoke = SampleLines.Count)]
    public int None() => Read(_none);

    /// <summary>A few pass.</summary>
    [Benchmark(Description = "`dstport = 22 and action = REJECT`", OperationsPerInvoke = SampleLines.Count)]
    public int Some() => Read(_some);

    /// <summary>Records of all.</summary>
    [Benchmark(Description = "every line becomes a record", OperationsPerInvoke = SampleLines.Count)]
    public int All() => Read(_all);

    private int Read(FlowReadOptions options)
    {
        _items.Clear();
        new LineReader("bench", options).Read(SampleLines.Text, _items);
        return _items.Count;
    }

    private static FlowExpression Port(decimal number) =>
        FlowExpression.Number(FlowExpression.FindField("dstport"), ComparisonOperator.Equal, number, whenMissing: false);

    private static FlowReadOptions Options(FlowExpression? condition) =>
        new() { Formats = [FlowLogFormat.Default], Condition = condition };
}
