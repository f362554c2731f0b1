using System.Text;
using System.Text.Json;
using FlowLogs.Filtering;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Reading;

public class WrappedLineTests
{
    private const string Line = "2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK";
    private const string Stamp = "2015-08-12T13:47:43.250Z";

    [Theory]
    [InlineData("""{"message":"LINE"}""")]
    [InlineData("""  { "a" : [1, {"message":"no"}], "message" : "LINE", "b" : null }  """)]
    [InlineData("""{"message":"LINE\n"}""")]
    [InlineData("""{"Message":"LINE"}""")]
    [InlineData("""{"\u006dessage":"\u0032 123456789012 eni-c46ee49c 10.0.1.218\t10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK\r\n"}""")]
    public void The_message_of_an_object_is_the_line(string text)
    {
        Assert.Equal(Line, Assert.Single(Read(text.Replace("LINE", Line, StringComparison.Ordinal))).Record!.ToString());
    }

    [Fact]
    public void A_message_may_have_several_lines_and_a_header()
    {
        var items = Read("{\"message\":\"srcaddr dstport\\n10.0.0.1 22\\n\\n10.0.0.2 23\"}\n10.0.0.3 24\n");
        Assert.Equal(["10.0.0.1 22", "10.0.0.2 23", "10.0.0.3 24"], items.Select(static item => item.Record!.ToString()));
    }

    [Fact]
    public void A_pattern_is_tried_on_the_message()
    {
        var options = new FlowReadOptions { FilterPattern = FilterPattern.Parse("[v, account, eni, src, dst, srcport = 80, ...]") };
        Assert.Single(Read($$"""{"message":"{{Line}}"}""", options));
        Assert.Empty(Read($$"""{"message":"{{Line.Replace(" 80 ", " 81 ", StringComparison.Ordinal)}}"}""", options));
    }

    [Fact]
    public void A_bad_message_is_shown_without_its_object()
    {
        var problem = Assert.IsType<FlowLineException>(Assert.Single(Read("\n{\"message\":\"a b\"}")).Problem);
        Assert.Equal(("FieldCount", 2L, "a b"), (problem.ErrorId, problem.LineNumber, problem.Line));
    }

    [Theory]
    [InlineData("""{"message":"\ud800 x"}""")]
    [InlineData("""{"message":"LINE" """)]
    [InlineData("""{"message":12}""")]
    [InlineData("""{"MESSAGE":"LINE"}""")]
    [InlineData("{")]
    [InlineData("{}")]
    public void What_is_no_such_object_is_one_problem(string text)
    {
        var items = Read($"{text.Replace("LINE", Line, StringComparison.Ordinal)}\n{Line}");
        Assert.Equal(2, items.Count);
        Assert.IsType<FlowLineException>(items[0].Problem);
        Assert.Equal(Line, items[1].Record!.ToString());
    }

    [Fact]
    public void What_follows_an_object_is_a_problem_of_its_own()
    {
        var items = Read($$"""{"message":"{{Line}}"} x""");
        Assert.Equal(2, items.Count);
        Assert.Equal(Line, items[0].Record!.ToString());
        Assert.Equal("x", Assert.IsType<FlowLineException>(items[1].Problem).Line);
    }

    [Property(MaxTest = 500, Replay = "(123456789,7)")]
    public void Whatever_the_message_is_it_reads_as_without_its_object(string[] words)
    {
        var text = string.Join(' ', words.Select(static word => word is null || word.Contains('\n', StringComparison.Ordinal) || word.StartsWith('{') || word.StartsWith('[') ? "-" : word));
        var wrapped = Read(JsonSerializer.Serialize(new Dictionary<string, string> { ["message"] = text }));
        Assert.Equal(Read(text).Select(Describe), wrapped.Select(Describe));
        static string? Describe(ReadItem item) => item.Record?.ToString() ?? item.Problem!.Message;
    }

    [Fact]
    public void A_line_of_an_export_task_gives_the_events_time()
    {
        var record = Assert.Single(Read($"{Stamp} {Line}")).Record!;
        Assert.Equal(Line, record.ToString());
        Assert.Equal(new DateTimeOffset(2015, 8, 12, 13, 47, 43, 250, TimeSpan.Zero), record.Timestamp);
        Assert.Null(record.IngestionTime);
        Assert.Null(record.LogGroupName);
        Assert.Equal(80, record.SrcPort);
    }

    [Theory]
    [InlineData("2015-08-12T13:47:43Z LINE", true)]
    [InlineData("\t2015-08-12T13:47:43.1234567Z   LINE ", true)]
    [InlineData("2015-08-12T13:47:43.000Z LINE x", false)]
    [InlineData("2015-08-12T13:47:43.000Z 2015-08-12T13:47:43.000Z LINE", false)]
    [InlineData("2015-13-12T13:47:43.000Z LINE", false)]
    [InlineData("2015-08-12T13:47:43.000 LINE", false)]
    [InlineData("2015-08-12T13:47:43.000+01:00 LINE", false)]
    [InlineData("1439387263000 LINE", false)]
    public void Only_a_time_that_is_one_field_too_many_is_taken_off(string text, bool taken)
    {
        var line = text.Replace("LINE", Line, StringComparison.Ordinal);
        var item = Assert.Single(Read(line));
        Assert.Equal(taken ? Line : null, item.Record?.ToString());
        if (!taken)
            Assert.Equal(line, Assert.IsType<FlowLineException>(item.Problem).Line);
    }

    [Fact]
    public void A_time_that_the_format_has_is_a_field()
    {
        var items = Read($"{Stamp} 22\n{Stamp} {Stamp} 22\n", new FlowReadOptions { Formats = [FlowLogFormat.Parse("seen-at dstport")] });
        Assert.Equal([$"{Stamp} 22", $"{Stamp} 22"], items.Select(static item => item.Record!.ToString()));
        Assert.Equal([false, true], items.Select(static item => item.Record!.Timestamp is not null));
    }

    private static List<ReadItem> Read(string text, FlowReadOptions? options = null)
    {
        var items = new List<ReadItem>();
        var reader = new LineReader("test", options ?? new FlowReadOptions());
        reader.Read(Encoding.UTF8.GetBytes(text), items);
        reader.Finish(items);
        return items;
    }
}
