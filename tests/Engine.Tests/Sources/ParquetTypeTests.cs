extern alias other;

using FlowLogs.Records;
using other::Parquet.Schema;

namespace FlowLogs.Tests.Sources;

/// <summary>Types that writers choose for fields, as another implementation writes them.</summary>
public sealed class ParquetTypeTests
{
    private static readonly DateTime Time = new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc).AddMilliseconds(987);

    [Fact]
    public void Numbers_and_times_of_every_kind()
    {
        (DataField Field, object Value, string Text)[] columns =
        [
            (new DataField<long>("ACCOUNT_ID"), 47615872826L, "047615872826"),
            (new DataField<double>("tgw-src-vpc-account-id"), 1d, "000000000001"),
            (new DataField<float>("srcport"), 443f, "443"),
            (new DataField<uint>("dstport"), 65535u, "65535"),
            (new DataField<ulong>("bytes"), (ulong)long.MaxValue, "9223372036854775807"),
            (new DecimalDataField("packets", 20, 2), 12m, "12"),
            (new DateTimeDataField("start", DateTimeFormat.Impala), Time, "1700000000"),
            (new DateTimeDataField("end", DateTimeFormat.DateAndTimeMicros), Time, "1700000000"),
            (new DateTimeDataField("seen", DateTimeFormat.DateAndTime), Time, "1700000000"),
            (new DataField<bool>("my_flag"), true, "true"),
            (new DataField<string>("instance_tag"), "a b\tc\u007F100%", "a%20b%09c%7F100%"),
            (new DataField<string>("asg_tag"), "\u00E9\u00A0", "\u00E9\u00A0"),
            (new DataField<string>("My Column!"), "x", "x"),
            (new DataField<string>("my-column"), "y", "y"),
            (new DataField<string>("1st"), "z", "z"),
            (new DataField<string>("\u001B[31m" + new string('x', 1000)), "q", "q"),
        ];
        var file = new ParquetBuilder([.. columns.Select(static column => column.Field)]).AddRows([[.. columns.Select(static column => column.Value)]]).Build();
        var record = Assert.Single(new MemorySource(file).Read()).Record!;
        Assert.Equal(columns.Select(static column => column.Text), record.ToString().Split(' '));
        Assert.Equal(
            "account-id tgw-src-vpc-account-id srcport dstport bytes packets start end seen my-flag instance-tag asg-tag my-column my-column-2 column-1st column-31m" + new string('x', 250),
            string.Join(' ', record.Format.Fields.Select(static field => field.Name)));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), record.Start);
    }

    [Theory]
    [InlineData(65536L * 65536, "IntegerRange")]
    [InlineData(-1L, null)]
    public void A_number_that_is_too_large_for_its_field_is_a_problem_of_its_row(long port, string? errorId)
    {
        var file = new ParquetBuilder(new DataField<long>("srcport"), new DataField<string>("srcaddr")).AddRows([[1L, "a"], [port, "b"], [3L, "c"]]).Build();
        Assert.Equal([null, errorId, null], new MemorySource(file).Read().Select(static item => item.Problem?.ErrorId));
    }

    [Fact]
    public void A_row_that_is_too_long_is_a_problem_of_its_own()
    {
        var file = ParquetBuilder.Of(FlowLogFormat.Parse("srcaddr dstaddr dstport"))
            .AddRows([["a", "b", 1], [new string('a', 70_000), "b", 2], ["a", new string(' ', 65_000), 3], ["a", "b", 4]])
            .Build();
        Assert.Equal([null, "LineTooLong", "LineTooLong", null], new MemorySource(file).Read().Select(static item => item.Problem?.ErrorId));
    }

    [Fact]
    public void Files_without_rows_or_row_groups_are_empty()
    {
        var fields = new DataField[] { new DataField<string>("srcaddr") };
        Assert.Empty(new MemorySource(new ParquetBuilder(fields).Build()).Read());
        Assert.Empty(new MemorySource(new ParquetBuilder(fields).AddRows([]).Build()).Read());
    }

    [Fact]
    public void More_columns_than_a_format_may_have_are_an_error()
    {
        DataField[] fields = [.. Enumerable.Range(0, 200).Select(static i => new DataField<int>($"c{i}"))];
        var problem = Assert.Single(new MemorySource(new ParquetBuilder(fields).Build()).Read()).Problem!;
        Assert.Equal("InvalidParquet", problem.ErrorId);
        Assert.Contains("200 columns", problem.Message, StringComparison.Ordinal);
    }
}
