using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Records;

/// <summary>The cases of tests/data/parse-cases.jsonl: a format, a line, and the values or the error it gives.</summary>
public class ParseCasesTests
{
    // Cases about how lines are wrapped, and about comma-separated files: not the scanner's work alone.
    private static bool IsForTheScanner(JsonElement row) =>
        !row.TryGetProperty("transport", out _) && !row.GetProperty("id").GetString()!.StartsWith("ocsf-csv", StringComparison.Ordinal);

    [Theory]
    [InlineData("el-message-json")]
    [InlineData("export-prefix")]
    public void Wrapped_line_gives_what_the_case_expects(string id)
    {
        var row = TestData.ReadCases("parse-cases.jsonl").First(r => r.GetProperty("id").GetString() == id);
        var items = new List<ReadItem>();
        new LineReader("case", new FlowReadOptions()).Read(Encoding.UTF8.GetBytes(row.GetProperty("line").GetString()!), items);
        AssertValues(Assert.Single(items).Record!, row.GetProperty("expected"));
    }

    public static TheoryData<string> Ids()
    {
        var data = new TheoryData<string>();
        foreach (var row in TestData.ReadCases("parse-cases.jsonl").Where(IsForTheScanner))
            data.Add(row.GetProperty("id").GetString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Line_gives_what_the_case_expects(string id)
    {
        var row = TestData.ReadCases("parse-cases.jsonl").First(r => r.GetProperty("id").GetString() == id);
        var line = row.GetProperty("line").GetString()!;
        var expected = row.GetProperty("expected");
        var error = expected.TryGetProperty("error", out var e) ? e.GetString() : null;
        var formatText = row.GetProperty("format").GetString();

        if (error == "bad-format")
        {
            Assert.Equal("InvalidFormat", Assert.Throws<FlowLogException>(() => FlowLogFormat.Parse(formatText!)).ErrorId);
            return;
        }

        var format = formatText is null ? null : FlowLogFormat.Parse(formatText);
        var scanner = new LineScanner("case", format is null ? [] : [format]);
        var record = scanner.Scan(LineScanner.Trim(Encoding.UTF8.GetBytes(line)), 1, default, out var problem);

        switch (error)
        {
            case null:
                Assert.Null(problem);
                Assert.NotNull(record);
                AssertValues(record, expected);
                Assert.Equal(WithSingleBlanks(line), record.ToString());
                break;
            case "empty" or "header":
                Assert.Null(problem);
                Assert.Null(record);
                break;
            default:
                Assert.Null(record);
                Assert.NotNull(problem);
                Assert.Equal(error, string.Concat(problem.ErrorId.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant());
                break;
        }
    }

    [Theory]
    [InlineData("ocsf-csv-1")]
    [InlineData("ocsf-csv-2")]
    public void Line_with_commas_after_its_header_gives_what_the_case_expects(string id)
    {
        var row = TestData.ReadCases("parse-cases.jsonl").First(r => r.GetProperty("id").GetString() == id);
        var line = row.GetProperty("line").GetString()!;
        var scanner = new LineScanner("case", []);
        Assert.Null(scanner.Scan(LineScanner.Trim(Encoding.UTF8.GetBytes(row.GetProperty("format").GetString()!)), 1, default, out _));
        var record = scanner.Scan(LineScanner.Trim(Encoding.UTF8.GetBytes(line)), 2, default, out _)!;
        AssertValues(record, row.GetProperty("expected"));
        Assert.Equal(line.Replace(',', ' '), record.ToString());
    }

    private static void AssertValues(FlowLogRecord record, JsonElement expected)
    {
        foreach (var member in expected.EnumerateObject())
        {
            var value = record.GetValue(member.Name);
            var field = record.GetFields().First(f => f.Name == member.Name);
            object? wanted = (member.Value.ValueKind, field.Type) switch
            {
                (JsonValueKind.Null, _) => null,
                (_, FlowFieldType.Int32) when member.Name == "tcp-flags" => (FlowTcpFlags)member.Value.GetInt32(),
                (_, FlowFieldType.Int32) => member.Value.GetInt32(),
                (_, FlowFieldType.Int64) => member.Value.GetInt64(),
                (_, FlowFieldType.Time) => FieldNumber.ToTime(member.Value.GetInt64()),
                _ => member.Value.ToString(),
            };
            Assert.Equal(wanted, value);
            if (field.SinceVersion > 0)
                Assert.Equal(wanted, typeof(FlowLogRecord).GetProperty(field.PropertyName)!.GetValue(record));
        }

        Assert.Equal(expected.EnumerateObject().Count(), record.GetFields().Count);
    }

    private static string WithSingleBlanks(string line) =>
        string.Join(' ', line.TrimStart('\uFEFF').Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void The_tutorials_line_gives_its_record()
    {
        var line = "2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK";
        var record = new LineScanner("case", []).Scan(LineScanner.Trim(Encoding.UTF8.GetBytes(line)), 1, default, out _)!;
        Assert.Equal(80, record.SrcPort);
        Assert.Equal(54033, record.DstPort);
        Assert.Equal(2, record.Packets);
        Assert.Equal(112, record.Bytes);
        Assert.Equal(DateTimeOffset.Parse("2015-09-04T04:38:00Z", CultureInfo.InvariantCulture), record.Start);
        Assert.Equal("ACCEPT", record.Action);
        Assert.Null(record.VpcId);
        Assert.Null(record.Timestamp);
    }
}
