using System.Text;
using System.Text.Json;
using FlowLogs.Reading;
using FlowLogs.Scanning;
using static FlowLogs.Tests.Reading.PayloadTests;
using static FlowLogs.Tests.Reading.SourceReading;

namespace FlowLogs.Tests.Reading;

/// <summary>JSON as <c>aws logs</c>, PowerShell and other tools write it: arrays, and answers with events.</summary>
public sealed class AnswerTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static TheoryData<string, string> Forms() => new()
    {
        { "events", Answer(1, 2, 3) },
        { "events, pretty", Pretty(Answer(1, 2, 3)) },
        { "several answers", Pretty(Answer(1)) + "\n" + Answer(2, 3) + Answer() },
        { "array of events", $"[{Event(1)}, {Event(2)},{Event(3)}]" },
        { "array of events, pretty", Pretty($"[{Event(1)}, {Event(2)},{Event(3)}]") },
        { "array of lines", $"""["{Line(1)}" , "{Line(2)}\n{Line(3)}"]""" },
        { "array of lines, pretty", Pretty($"""["{Line(1)}", "{Line(2)}", "{Line(3)}\n"]""") },
        { "arrays in arrays", $"""[["{Line(1)}", "{Line(2)}"],[],[["{Line(3)}"]]]""" },
        { "arrays one after another", $"""["{Line(1)}"]["{Line(2)}"] ["{Line(3)}"]""" },
        { "array of answers", $"[{Answer(1)},{Answer(2, 3)}]" },
        { "array of payloads", $"[{Payload(1, 2)},{Payload(3)}]" },
        { "array of records of Kinesis", $$$"""[{"kinesis":{"data":"{{{Pack(Payload(1))}}}"}},{"Data":"{{{Pack(Payload(2))}}}"},{"data":"{{{Pack(Line(3))}}}"}]""" },
        { "array of data", $"""["{Pack(Payload(1))}","{Pack(Line(2))}","{Line(3)}"]""" },
        { "array in data", Pack($"[{Event(1)},\"{Line(2)}\"]\n{Line(3)}") },
        { "array of objects of PowerShell", $$"""[{"Message":"{{Line(1)}}","Timestamp":"2015-09-04T04:38:00Z"},{"message":"{{Line(2)}}\n{{Line(3)}}"}]""" },
        { "Firehose to Lambda", Pretty($$"""{"invocationId":"1","records":[{"recordId":"1","data":"{{Pack(Payload(1, 2))}}"},{"data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Line(3)))}}"}]}""") },
        { "events not at first", $$"""{"searchedLogStreams":[],"events":[{{Event(1)}},{{Event(2)}}],"nextToken":"x"}{{Event(3)}}""" },
        { "among lines", $"{Line(1)}\n[\n{Event(2)}]\n{Line(3)}\n" },
        { "export test", $"Permission Check Successful\n{Line(1)}\n{Line(2)}\n{Line(3)}" },
        { "one text in an event", $$"""{"events":[{"message":"{{Line(1)}}\r\n{{Line(2)}}\r\n{{Line(3)}}\r\n"}]}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_gives_its_records(string form, string text)
    {
        var expected = new[] { Line(1), Line(2), Line(3) };
        Assert.True(expected.SequenceEqual(Describe(Read(text))), form + ": " + string.Join(", ", Describe(Read(text))));

        // However the text comes in parts.
        foreach (var size in new[] { 1, 3, 7, 64 })
            Assert.Equal(expected, Describe(ReadInParts(text, size)));
    }

    [Fact]
    public void Events_keep_what_is_known_of_them()
    {
        var records = Read(Pretty(Answer(1, 2)) + Pretty($"[{Event(3)}]")).Select(static item => item.Record!).ToList();
        Assert.Equal(["e1", "e2", "e3"], records.Select(static record => record.EventId));
        Assert.All(records, static record =>
        {
            Assert.Equal("eni-1-all", record.LogStreamName);
            Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1441341480000), record.Timestamp);
            Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1441341600123), record.IngestionTime);
            Assert.Null(record.LogGroupName);
        });
    }

    [Fact]
    public void What_GetLogEvents_answers_has_no_stream()
    {
        var record = Assert.Single(Read($$"""{"events":[{"timestamp":1441341480000,"message":"{{Line(1)}}","ingestionTime":1441341600123}],"nextForwardToken":"f/1","nextBackwardToken":"b/1"}""")).Record!;
        Assert.Null(record.LogStreamName);
        Assert.Null(record.EventId);
        Assert.NotNull(record.IngestionTime);
    }

    [Theory]
    [InlineData("\"2015-09-04T04:38:00Z\"", 1441341480000L)]
    [InlineData("\"2015-09-04T06:38:00.5+02:00\"", 1441341480500L)]
    [InlineData("\"2015-09-04T04:38:00\"", 1441341480000L)]
    [InlineData("1441341480000", 1441341480000L)]
    [InlineData("\"soon\"", null)]
    [InlineData("null", null)]
    [InlineData("1e300", null)]
    [InlineData("{\"a\":[]}", null)]
    public void Times_are_milliseconds_or_texts(string time, long? expected)
    {
        var record = Assert.Single(Read($$"""{"message":"{{Line(1)}}","Timestamp":{{time}}}""")).Record!;
        Assert.Equal(expected, record.Timestamp?.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void A_bad_event_does_not_spoil_the_others_and_has_its_line_number()
    {
        var text = $"[\n{Event(1)},\n{{\"message\":\"\\ud800\"}},\n{{\"x\":1}},\n{{\"message\":\"a b\"}},\n{Event(2)}\n]\n";
        var items = Read(text);
        Assert.Equal([Line(1), "InvalidJson", "InvalidPayload", "FieldCount", Line(2)], Describe(items));
        Assert.Equal([3L, 4L, 5L], items.Where(static item => item.Problem is not null).Select(static item => ((FlowLineException)item.Problem!).LineNumber));
        Assert.Equal([Line(1), "InvalidJson", Line(2)], Describe(Read(Payload($"{Line(1)}", "\\ud800", Line(2)))));
    }

    [Fact]
    public void An_answer_may_be_larger_than_any_payload()
    {
        var options = new FlowReadOptions { MaxPayloadLength = 1000 };
        var numbers = Enumerable.Range(0, 200).ToArray();
        foreach (var text in new[] { Answer(numbers), Pretty(Answer(numbers)), $"[{string.Join(",\n", numbers.Select(Event))}]" })
            Assert.Equal(numbers.Select(Line), Describe(Read(text + "\n", options)));
    }

    [Fact]
    public void Ever_so_many_values_may_stand_in_one_line()
    {
        foreach (var text in new[] { "[]", "[\"\"]", Answer(), "{\"events\":[]}", "{\"events\":[[],\"\"]}" })
            Assert.Equal([Line(1)], Describe(Read(string.Concat(Enumerable.Repeat(text, 100_000)) + Answer(1))));
    }

    [Theory]
    [InlineData("[\n")]
    [InlineData("[{\"message\":\"x")]
    [InlineData("{\"events\":[")]
    [InlineData("{\"events\":[]")]
    [InlineData("{\"events\":[],\"nextToken\":")]
    public void What_breaks_off_is_told_of(string text)
    {
        Assert.Equal(["InvalidJson"], Describe(Read(text)));
    }

    private static List<ReadItem> ReadInParts(string text, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var items = new List<ReadItem>();
        var reader = new LineReader("test", new FlowReadOptions());
        for (var start = 0; start < bytes.Length;)
        {
            // As LineBlockReader does it: parts end inside of objects only, and where a line ends if one does.
            var end = Math.Min(start + size, bytes.Length);
            if (Array.LastIndexOf(bytes, (byte)'\n', end - 1, end - start) is >= 0 and var last)
                end = last + 1;
            else if (!reader.IsInObject && bytes[start] is not ((byte)'{' or (byte)'['))
                end = Array.IndexOf(bytes, (byte)'\n', start) is >= 0 and var feed ? feed + 1 : bytes.Length;
            reader.ReadPart(bytes.AsSpan(start..end), items);
            start = end;
        }

        reader.Finish(items);
        return items;
    }

    private static string Event(int number) =>
        $$"""{"logStreamName":"eni-1-all","timestamp":1441341480000,"message":"{{Line(number)}}","ingestionTime":1441341600123,"eventId":"e{{number}}"}""";

    private static string Answer(params int[] numbers) =>
        $$"""{"events":[{{string.Join(',', numbers.Select(Event))}}],"searchedLogStreams":[{"logStreamName":"x","searchedCompletely":true}],"nextToken":"t"}""";

    private static string Pack(string text) => Convert.ToBase64String(Gzip(text));

    private static string Pretty(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json), Indented);
}
