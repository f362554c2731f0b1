using System.Globalization;
using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.Tests.Sources;

/// <summary>Files that DuckDB wrote; tests/data/parquet/README.md says how.</summary>
public sealed class ParquetTests
{
    [Theory]
    [InlineData("duckdb-v1-snappy", 300)]
    [InlineData("duckdb-v1-gzip", 300)]
    [InlineData("duckdb-v1-brotli", 300)]
    [InlineData("duckdb-v2-none", 300)]
    [InlineData("duckdb-v2-zstd", 5000)]
    public void Every_codec_and_encoding_gives_the_lines(string file, int rows)
    {
        var items = Read(file);
        Assert.Equal(Enumerable.Range(0, rows).Select(Line), items.Select(static item => item.Record?.ToString()));
        Assert.Equal(FlowLogFormat.Default.ToString(), items[0].Record!.Format.ToString());
        Assert.Equal("000000007001", items[1].Record!.AccountId);
        Assert.Equal(31, items[1].Record!.SrcPort);
    }

    [Fact]
    public void Conditions_times_and_patterns_choose_rows()
    {
        Assert.Equal(Wanted(static i => i % 10 == 3 && i % 50 != 0), Lines(new FlowReadOptions { Condition = FlowExpression.Action("reject") }));
        Assert.Equal(Wanted(static i => i is >= 2500 and <= 2510), Lines(new FlowReadOptions
        {
            StartTime = DateTimeOffset.FromUnixTimeSeconds(1_700_002_500),
            EndTime = DateTimeOffset.FromUnixTimeSeconds(1_700_002_510),
        }));
        Assert.Equal(Wanted(static i => i % 2 == 1), Lines(new FlowReadOptions
        {
            FilterPattern = FilterPattern.Parse("[v, account, eni, src, dst, srcport, dstport = 22, ...]"),
        }));
        Assert.Equal(Wanted(static i => i is 7 or 4999), Lines(new FlowReadOptions
        {
            Condition = FlowExpression.Any(
                FlowExpression.NumberIn(FlowExpression.FindField("bytes"), [new FlowNumberRange(7 * 1000003, 7 * 1000003)]),
                FlowExpression.NumberIn(FlowExpression.FindField("start"), [new FlowNumberRange(1_700_004_999, long.MaxValue)])),
        }));

        static IEnumerable<string> Wanted(Func<int, bool> isWanted) => Enumerable.Range(0, 5000).Where(isWanted).Select(Line);
        static IEnumerable<string?> Lines(FlowReadOptions options) => Read("duckdb-v2-zstd", options).Select(static item => item.Record?.ToString());
    }

    [Fact]
    public void Other_types_than_the_table_has_are_understood()
    {
        var items = Read("duckdb-types");
        Assert.Equal("ColumnNotRead", items[0].Problem!.ErrorId);
        Assert.Contains("list", items[0].Problem!.Message, StringComparison.Ordinal);

        // A port of 1.5 is none; nor is "abc", nor 3.5 packets, nor a number of bytes beyond 64 bits.
        Assert.Equal(["BadInteger", "BadInteger"], items.Skip(1).Take(2).Select(static item => item.Problem?.ErrorId));
        Assert.Contains("line 1: the field srcport has \"1.5\"", items[1].Problem!.Message, StringComparison.Ordinal);
        Assert.Contains(
            "000000007001 22 1.5 6 12 250 1700000000 1700000001 - a%20b 01234567-89ab-cdef-0123-456789abcdef 2024-02-29 1 q true",
            items[1].Problem!.Message,
            StringComparison.Ordinal);
        Assert.Contains("line 2: the field dstport has \"abc\"", items[2].Problem!.Message, StringComparison.Ordinal);

        var record = items[3].Record!;
        Assert.Equal("000000000000 70000 - - - - - - - OK - - - - -", record.ToString());
        Assert.Equal(["MyId", "Day", "StX", "StY", "Flag"], record.GetUnknownFields().Select(static pair => pair.Key));
    }

    [Theory]
    [InlineData("duckdb-encrypted", "encrypted")]
    [InlineData("duckdb-v1-lz4", "Lz4Raw")]
    public void What_is_not_supported_is_said(string file, string reason)
    {
        var problem = Assert.Single(Read(file)).Problem!;
        Assert.Equal("InvalidParquet", problem.ErrorId);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_and_a_reader_that_is_not_there_are_errors()
    {
        Assert.Equal("ParquetNotSupported", Assert.Single(new MemorySource(Load("duckdb-v1-gzip"), isPipe: true).Read()).Problem!.ErrorId);
        var without = SourceReader.Read(new MemorySource(Load("duckdb-v1-gzip")), new FlowReadOptions(), CancellationToken.None);
        Assert.Equal("ParquetNotSupported", Assert.Single(without.SelectMany(static batch => batch)).Problem!.ErrorId);
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_is_one_error()
    {
        var whole = Load("duckdb-types");
        for (var length = 4; length < whole.Length; length++)
            Assert.Equal("InvalidParquet", Assert.Single(new MemorySource(whole[..length]).Read()).Problem!.ErrorId);
    }

    [SamplesFact]
    public void A_file_of_another_writer_with_ports_as_text_and_the_word_None()
    {
        var items = new MemorySource(File.ReadAllBytes(Path.Combine(TestData.SamplesFolder!, "flowlogs-reader", "flows.parquet"))).Read();
        Assert.All(items, static item => Assert.NotNull(item.Record));
        Assert.All(items, static item => Assert.Equal(12, item.Record!.AccountId!.Length));
        Assert.DoesNotContain(items, static item => item.Record!.ToString().Contains("None", StringComparison.Ordinal));
        Assert.Contains(items, static item => item.Record!.SrcPort > 0);
    }

    internal static byte[] Load(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "parquet", file + ".parquet"));

    // What the query that made the files says.
    internal static string Line(int i)
    {
        var common = string.Create(CultureInfo.InvariantCulture, $"2 {7000 + (i % 3):D12} eni-{i / 7:x8}");
        return i % 50 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{common} - - - - - - - {1_700_000_000 + i} {1_700_000_060 + i} - NODATA")
            : string.Create(CultureInfo.InvariantCulture, $"{common} 10.0.{i % 7}.{i % 251} 172.16.0.{i * 7 % 256} {i * 31 % 65536} {(i % 2 == 0 ? 443 : 22)} 6 {i % 13} {i * 1000003L} {1_700_000_000 + i} {1_700_000_060 + i} {(i % 10 == 3 ? "REJECT" : "ACCEPT")} OK");
    }

    private static List<ReadItem> Read(string file, FlowReadOptions? options = null) => new MemorySource(Load(file)).Read(options);
}
