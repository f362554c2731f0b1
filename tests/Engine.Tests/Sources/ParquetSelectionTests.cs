using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Parquet;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.Tests.Sources;

/// <summary>What of a file is not read where it cannot be wanted.</summary>
public sealed class ParquetSelectionTests
{
    // Three row groups, of the rows from 0, 2048 and 4096 to 4999.
    private static readonly byte[] File = ParquetTests.Load("duckdb-v2-zstd");

    [Fact]
    public void Groups_outside_the_time_range_are_not_read()
    {
        Assert.Empty(Opened(new FlowReadOptions { StartTime = DateTimeOffset.FromUnixTimeSeconds(1_700_005_000) }));
        Assert.Equal([2], Groups(new FlowReadOptions { StartTime = DateTimeOffset.FromUnixTimeSeconds(1_700_004_096) }));
        Assert.Equal([0], Groups(new FlowReadOptions { EndTime = DateTimeOffset.FromUnixTimeSeconds(1_700_002_047) }));
        Assert.Equal([0, 1], Groups(new FlowReadOptions { EndTime = DateTimeOffset.FromUnixTimeSeconds(1_700_002_048) }));
    }

    [Fact]
    public void Groups_whose_values_cannot_meet_the_condition_are_not_read()
    {
        Assert.Empty(Opened(new FlowReadOptions { Condition = FlowExpression.Protocol("udp") }));
        Assert.Empty(Opened(new FlowReadOptions { Condition = FlowExpression.DstPort(new FlowNumberRange(500, 600)) }));
        Assert.Empty(Opened(new FlowReadOptions { Condition = FlowExpression.Missing(FlowExpression.FindField("version")) }));
        Assert.Empty(Opened(new FlowReadOptions { Condition = FlowExpression.Text(FlowExpression.FindField("vpc-id"), ["vpc-1"], ignoreCase: false) }));
    }

    [Fact]
    public void Columns_that_decide_are_read_first_and_the_others_not_in_vain()
    {
        var opened = Opened(new FlowReadOptions { Condition = FlowExpression.SrcAddr(FlowNetwork.Parse("192.168.0.0/16")) });
        Assert.Equal([(0, "srcaddr"), (1, "srcaddr"), (2, "srcaddr")], opened);

        // Only the row 1003 is wanted: of the other groups the other columns are left alone.
        opened = Opened(new FlowReadOptions
        {
            Condition = FlowExpression.All(
                FlowExpression.SrcAddr(FlowNetwork.Parse("10.0.2.250")),
                FlowExpression.DstAddr(FlowNetwork.Parse("172.16.0.109"))),
        });
        Assert.Equal(14, opened.Count(static column => column.Group == 0));
        Assert.Equal([(2, "srcaddr"), (2, "dstaddr")], opened.Where(static column => column.Group == 2));
    }

    [Fact]
    public void Without_a_condition_or_with_a_pattern_all_is_read()
    {
        Assert.Equal(42, Opened(new FlowReadOptions()).Count);
        Assert.Equal(42, Opened(new FlowReadOptions { FilterPattern = FilterPattern.Parse("REJECT") }).Count);
    }

    [Fact]
    public void Of_what_nobody_looks_at_nothing_is_read()
    {
        var options = new FlowReadOptions { Fields = [FlowExpression.FindField("bytes")] };
        Assert.Equal(["bytes", "start", "log-status"], Opened(options).Select(static column => column.Name).Distinct());
        options = options with { Condition = FlowExpression.DstPort(new FlowNumberRange(443, 443)) };
        Assert.Equal(["dstport", "bytes", "start", "log-status"], Opened(options).Select(static column => column.Name).Distinct());
        Assert.Equal(42, Opened(options with { Condition = null, FilterPattern = FilterPattern.Parse("REJECT") }).Count);
    }

    [Fact]
    public void A_column_that_may_have_bad_numbers_is_read_whatever_the_condition_says()
    {
        var file = ParquetBuilder.Of(FlowLogFormat.Parse("srcaddr srcport dstport"), static field => field.Name == "srcport")
            .AddRows([["10.0.0.1", "22", 1], ["10.0.0.2", "x", 2], ["10.0.0.3", "22", 3]])
            .Build();
        var items = new MemorySource(file).Read(new FlowReadOptions { Condition = FlowExpression.False });
        var problem = Assert.IsType<FlowLogs.Scanning.FlowLineException>(Assert.Single(items).Problem);
        Assert.Equal("BadInteger", problem.ErrorId);
        Assert.Equal(2, problem.LineNumber);
        Assert.Equal("10.0.0.2 x 2", problem.Line);
    }

    private static IEnumerable<int> Groups(FlowReadOptions options) => Opened(options).Select(static column => column.Group).Distinct();

    private static List<(int Group, string Name)> Opened(FlowReadOptions options)
    {
        var recorder = new Recorder();
        _ = new MemorySource(File).Read(options with { Parts = MemorySource.Parts with { Parquet = () => recorder } });
        return recorder.Opened;
    }

    private sealed class Recorder : IParquetOpener
    {
        public List<(int Group, string Name)> Opened { get; } = [];

        public IParquetFile Open(Stream stream, InflationBudget budget, Func<IZstdInflater>? zstd) =>
            new RecordedFile(new ParquetOpener().Open(stream, budget, zstd), Opened);
    }

    private sealed class RecordedFile(IParquetFile file, List<(int Group, string Name)> opened) : IParquetFile
    {
        public IReadOnlyList<string> Columns => file.Columns;

        public IReadOnlyList<string> RepeatedColumns => file.RepeatedColumns;

        public IReadOnlyList<long> RowGroups => file.RowGroups;

        public FlowValueRange GetRange(int rowGroup, int column, FlowField field) => file.GetRange(rowGroup, column, field);

        public IParquetCursor OpenColumn(int rowGroup, int column, FlowField field)
        {
            opened.Add((rowGroup, field.Name));
            return file.OpenColumn(rowGroup, column, field);
        }
    }
}
