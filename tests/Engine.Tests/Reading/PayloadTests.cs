using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FlowLogs.Reading;
using FlowLogs.Scanning;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Reading;

/// <summary>What CloudWatch Logs sends to subscriptions, in the forms in which it arrives.</summary>
public class PayloadTests
{
    private const string Control = """{"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"","subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1763029869851,"message":"CWL CONTROL MESSAGE: Checking health of destination Kinesis stream."}]}""";

    [Fact]
    public void Events_have_what_the_payload_says_of_them()
    {
        var record = Assert.Single(Read($$$"""{"messageType":"DATA_MESSAGE","policyLevel":"ACCOUNT_LEVEL_POLICY","logEvents":[{"id":"7","x":{"message":"no"},"timestamp":1466093924123,"message":"{{{Line(1)}}}","extractedFields":{"a":"b"}}],"logStream":"eni-1-all","logGroup":"gro\u0075p"}""")).Record!;
        Assert.Equal(Line(1), record.ToString());
        Assert.Equal(("group", "eni-1-all", "7"), (record.LogGroupName, record.LogStreamName, record.EventId));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1466093924123), record.Timestamp);
        Assert.Null(record.IngestionTime);
    }

    public static TheoryData<string, string> Forms() => new()
    {
        { "plain", Payload(1, 2) + Payload(3) },
        { "with control", Control + Payload(1, 2) + Control + "\r\n" + Payload(3) + "\n" },
        { "pretty", Pretty(Payload(1, 2, 3)) },
        { "pretty, one after another", Pretty(Payload(1, 2)) + Pretty(Payload(3)) },
        { "lambda", Lambda(Payload(1, 2, 3)) },
        { "lambda, escaped", Lambda(Payload(1, 2, 3)).Replace("/", "\\/", StringComparison.Ordinal) },
        { "kinesis", Pretty($$$"""{"Records":[{"kinesis":{"partitionKey":"p","data":"{{{Pack(Payload(1, 2))}}}"},"awsRegion":"r"},{"kinesis":{"data":"{{{Pack(Control)}}}"}},{"kinesis":{"data":"{{{Pack(Payload(3))}}}"}}]}""") },
        { "GetRecords", $$$"""{"Records":[{"Data":"{{{Pack(Payload(1, 2) + Payload(3))}}}","SequenceNumber":"1"}],"MillisBehindLatest":0}""" },
        { "bare", $"{Pack(Payload(1))}\n  {Pack(Payload(2) + "\n" + Payload(3))}  " },
        { "gzip in gzip", Lambda(Convert.ToBase64String(Gzip(Gzip(Payload(1, 2, 3)))), packed: true) },
        { "lines in data", $"{Pack($"{Line(1)}\n{Line(2)}\n")}\n{Line(3)}" },
        { "messages in data", Pack($$$"""{"message":"{{{Line(1)}}}"}{"message":"{{{Line(2)}}}\n{{{Line(3)}}}"}""") },
        { "objects in events", Payload("{\\\"message\\\":\\\"" + Line(1) + "\\\"}", Line(2), Line(3)) },
        { "among lines", $"{Line(1)}\n{Payload(2)}\n{Line(3)}\n" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_gives_its_records(string form, string text)
    {
        var expected = new[] { Line(1), Line(2), Line(3) };
        Assert.True(expected.SequenceEqual(Read(text).Select(Describe)), form);

        // A string for each line, as Get-Content gives them.
        Assert.Equal(expected, Read(text.Split('\n')).Select(Describe));
    }

    [Theory]
    [InlineData("InvalidJson", """{"messageType":"DATA_MESSAGE","logEvents":[}""")]
    [InlineData("InvalidJson", """{"message":"broken""")]
    [InlineData("InvalidJson", """{"message":"\ud800"}""")]
    [InlineData("InvalidJson", """{"logEvents":[],"logGroup":"\udc00"}""")]
    [InlineData("InvalidJson", """{"awslogs":{"\udcda":"","data":""}}""")]
    [InlineData("InvalidJson", """{"\udcda":""}""")]
    [InlineData("InvalidJson", "{}x{}", "InvalidPayload")]
    [InlineData("InvalidJson", "{\n  \"a\": [\n 1,")]
    [InlineData("InvalidPayload", "{}")]
    [InlineData("InvalidPayload", """{"awslogs":{}}""")]
    [InlineData("InvalidPayload", """{"Records":[7]}""")]
    [InlineData("InvalidPayload", """{"Records":[{"s3":{}}]}""")]
    [InlineData("InvalidPayload", """{"records":[{"recordId":"1"}]}""")]
    [InlineData("InvalidPayload", """{"events":[{"eventId":"1"}]}""")]
    [InlineData("InvalidPayload", "[{}]")]
    [InlineData("InvalidPayload", "[[7]]")]
    [InlineData("InvalidJson", "[7]")]
    [InlineData("InvalidJson", "[{]")]
    [InlineData("InvalidJson", "[INFO] started")]
    [InlineData("InvalidJson", """{"events":[{}""", "InvalidPayload")]
    [InlineData("InvalidJson", """{"events":[],x}""")]
    [InlineData("InvalidPayload", """{"logEvents":[null]}""")]
    [InlineData("InvalidPayload", """{"logEvents":[{"message":1}]}""")]
    [InlineData("InvalidBase64", """{"awslogs":{"data":"H4sI!"}}""")]
    [InlineData("InvalidBase64", "H4sIA")]
    [InlineData("InvalidGzip", "H4sIAAAAAAAA")]
    [InlineData("InvalidGzip", "H4sIAAAAAAAAA7CwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCw")]
    public void What_is_broken_is_one_problem_and_the_rest_goes_on(string errorId, string text, string? before = null)
    {
        var items = Read($"{Line(1)}\n{text}\n{Line(2)}\n{Line(3)}");
        var problems = items.Where(static item => item.Problem is not null).Select(static item => Assert.IsType<FlowLineException>(item.Problem)).ToList();
        string[] expected = before is null ? [errorId] : [before, errorId];
        Assert.Equal(expected, problems.Select(static problem => problem.ErrorId));
        Assert.All(problems, static problem => Assert.Equal(2, problem.LineNumber));
        Assert.Equal([Line(1), Line(2), Line(3)], items.Where(static item => item.Record is not null).Select(static item => item.Record!.ToString()));
    }

    [Fact]
    public void One_bad_record_does_not_spoil_its_payload()
    {
        var good = Pack(Payload(1));
        var items = Read($$$"""{"Records":[{"Data":"{{{good}}}"},{"Data":"{{{good[..^21]}}}"},{},{"Data":"{{{good}}}"}]}""");
        Assert.Equal([Line(1), "InvalidBase64", "InvalidPayload", Line(1)], items.Select(Describe));
        Assert.Equal([Line(1), "FieldCount", Line(2)], Read(Payload(Line(1), "bad", Line(2))).Select(Describe));
    }

    [Fact]
    public void Data_that_was_cut_off_is_noticed()
    {
        foreach (var packed in new[] { Gzip(Payload(1, 2, 3)), Gzip($"{Line(1)}\n{Line(2)}\n"), Gzip(Gzip(Line(1))) })
        {
            for (var length = 3; length < packed.Length; length++)
            {
                var item = Assert.Single(Read(Lambda(Convert.ToBase64String(packed[..length]), packed: true)));
                Assert.Contains(Describe(item), (string[])["InvalidGzip", "FieldCount"]);
            }
        }
    }

    [Fact]
    public void Data_may_have_several_members_and_nothing_else_after_them()
    {
        byte[] members = [.. Gzip(Payload(1)), .. Gzip(Payload(2))];
        Assert.Equal([Line(1), Line(2)], Read(Convert.ToBase64String(members)).Select(Describe));
        Assert.Equal(["InvalidGzip"], Read(Convert.ToBase64String([.. members, 0])).Select(Describe));
        Assert.Equal(["InvalidGzip"], Read(Convert.ToBase64String(members[..^9])).Select(Describe));
        members[^6] ^= 1;
        Assert.Equal(["InvalidGzip"], Read(Convert.ToBase64String(members)).Select(Describe));
    }

    [Fact]
    public void Data_in_data_is_not_followed()
    {
        Assert.Equal(["InvalidPayload"], Read(Lambda(Lambda(Payload(1)))).Select(Describe));
    }

    [Fact]
    public void An_object_that_never_ends_is_a_problem_at_the_end()
    {
        var items = Read($"{Line(1)}\n{{\"messageType\":\n");
        Assert.Equal([Line(1), "InvalidJson"], items.Select(Describe));
        Assert.Contains("breaks off", items[1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_stopped_at_the_limit()
    {
        var options = new FlowReadOptions { MaxPayloadLength = 100_000 };
        var bomb = Pack(new string(' ', 5_000_000) + Payload(1));
        Assert.InRange(bomb.Length, 1000, 99_999);
        Assert.Equal(["PayloadTooLarge", Line(2)], Read(options, $"{Lambda(bomb, packed: true)}\n{Line(2)}").Select(Describe));
        var inner = Convert.ToBase64String(Gzip(Gzip(new string(' ', 5_000_000) + Payload(1))));
        Assert.Equal(["PayloadTooLarge"], Read(options, inner).Select(Describe));

        // Just as large as allowed, and one more.
        Assert.Equal([Line(1)], Read(options, Pack(Payload(1).PadLeft(100_000))).Select(Describe));
        Assert.Equal(["PayloadTooLarge"], Read(options, Pack(Payload(1).PadLeft(100_001))).Select(Describe));
    }

    [Fact]
    public void An_object_that_goes_on_over_too_many_lines_is_given_up()
    {
        var options = new FlowReadOptions { MaxPayloadLength = 10_000 };
        var items = Read(options, "{\"a\":[\n" + string.Concat(Enumerable.Repeat("1,\n", 4000)) + Line(2));
        Assert.Equal("PayloadTooLarge", Describe(items[0]));
        Assert.Equal(Line(2), Describe(items.Last(static item => item.Record is not null)));
    }

    [Fact]
    public void Times_that_no_clock_has_are_none()
    {
        var text = Payload(1).Replace("1466093924000", "9223372036854775807", StringComparison.Ordinal);
        Assert.NotEqual(Payload(1), text);
        Assert.Null(Assert.Single(Read(text)).Record!.Timestamp);
    }

    [Property(MaxTest = 300, Replay = "(192837465,3)")]
    public void However_a_payload_is_damaged_what_follows_is_read(byte[] noise, int place)
    {
        foreach (var form in new[] { Payload(1, 2), Lambda(Payload(1)), Pretty(Payload(1)) })
        {
            var bytes = Encoding.UTF8.GetBytes(form);
            for (var i = 0; i < noise.Length; i++)
                bytes[(int)(((uint)place + ((uint)i * 7919u)) % (uint)bytes.Length)] = noise[i];
            var items = new List<ReadItem>();
            var reader = new LineReader("test", new FlowReadOptions());
            reader.Read(bytes, items);
            reader.Finish(items);
            reader.Read(Encoding.UTF8.GetBytes(Line(9)), items);
            Assert.Equal(Line(9), items[^1].Record?.ToString());
        }
    }

    internal static string Line(int number) => $"2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 {number} 6 2 112 1441341480 1441341532 ACCEPT OK";

    internal static string Payload(params int[] numbers) => Payload(numbers.Select(Line).ToArray());

    internal static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return memory.ToArray();
    }

    internal static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    internal static string Payload(params string[] messages) =>
        $$"""{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"network-logs","logStream":"eni-1-all","subscriptionFilters":["all"],"logEvents":[{{string.Join(',', messages.Select(static message => $$"""{"id":"3","timestamp":1466093924000,"message":"{{message}}"}"""))}}]}""";

    private static string Pack(string text) => Convert.ToBase64String(Gzip(text));

    private static string Lambda(string text, bool packed = false) => $$$"""{"awslogs":{"data":"{{{(packed ? text : Pack(text))}}}"}}""";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static string Pretty(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json), Indented);

    private static string? Describe(ReadItem item) => item.Record?.ToString() ?? item.Problem!.ErrorId;

    private static List<ReadItem> Read(params string[] texts) => Read(new FlowReadOptions(), texts);

    private static List<ReadItem> Read(FlowReadOptions options, params string[] texts)
    {
        var items = new List<ReadItem>();
        var reader = new LineReader("test", options);
        foreach (var text in texts)
            reader.Read(Encoding.UTF8.GetBytes(text), items);
        reader.Finish(items);
        return items;
    }
}
