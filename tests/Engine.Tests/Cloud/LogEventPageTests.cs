using System.Text;
using System.Text.Json;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

public class LogEventPageTests
{
    [Fact]
    public void Members_come_in_any_order_and_some_are_not_known()
    {
        var page = Read("""
            {"searchedLogStreams":[{"a":[1]}],"nextToken":"t\/1","events":[
              {"timestamp":2,"eventId":"e1","message":"a \"b\" \u00fc\n","other":{"x":[]},"ingestionTime":3,"logStreamName":"s"},
              {"message":"c\r\n"},{},{"message":null,"timestamp":null,"ingestionTime":null,"logStreamName":null,"eventId":null},
              {"timestamp":1700000000000.75,"logStreamName":"s"}]}
            """);
        Assert.Equal("t/1", page.NextToken);
        Assert.Equal(
            [new("a \"b\" ü", 2, 3, "s", "e1"), new("c", 0, 0, null, null), new("", 0, 0, null, null), new("", 0, 0, null, null), new("", 1_700_000_000_000, 0, "s", null)],
            page.Items);
        Assert.Same(page.Items[0].LogStreamName, page.Items[4].LogStreamName);
        Assert.Null(page.Items[1].EventId);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"events":[],"nextToken":null}""")]
    [InlineData("""{"events":null}""")]
    public void A_page_may_be_empty(string json)
    {
        var page = Read(json);
        Assert.Empty(page.Items);
        Assert.Null(page.NextToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{} {}")]
    [InlineData("""{"events":{}}""")]
    [InlineData("""{"events":["a"]}""")]
    [InlineData("""{"events":[{"message":1}]}""")]
    [InlineData("""{"events":[{"message":"\ud800"}]}""")]
    [InlineData("""{"events":[{"timestamp":"1"}]}""")]
    [InlineData("""{"events":[{"message":"a"}]""")]
    [InlineData("""{"events":[{"message":"a""")]
    [InlineData("""{"nextToken":1}""")]
    public void What_is_no_page_is_an_error(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void Every_answer_is_read_as_JSON_says()
    {
        const string Json = """
            {"events":[{"logStreamName":"s1","timestamp":1700000000000,"message":"2 123 - a","ingestionTime":1700000000001,"eventId":"38"},{"logStreamName":"s2","timestamp":0,"message":"\"{}\u0041","ingestionTime":17,"eventId":""},{"message":"x","message":"y\n","timestamp":1.5e3,"z":[{}]} , {"eventId":"1","ingestionTime":null}],"searchedLogStreams":[],"nextToken":"t"}
            """;
        var original = Encoding.UTF8.GetBytes(Json);
        AssertSame(original);
        var random = new Random(7);
        var signs = "\"\\{}[],:0123456789-.e \n\rmtn"u8.ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            // Bytes are changed, taken out or doubled; now and then the end is missing.
            var json = original.ToList();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(json.Count);
                switch (random.Next(4))
                {
                    case 0: json.RemoveAt(at); break;
                    case 1: json.Insert(at, json[at]); break;
                    case 2: json.Insert(at, signs[random.Next(signs.Length)]); break;
                    default: json[at] = signs[random.Next(signs.Length)]; break;
                }
            }

            var length = random.Next(20) == 0 ? random.Next(json.Count) : json.Count;
            AssertSame([.. json.Take(length)]);
        }
    }

    [Fact]
    public void A_page_that_was_disposed_of_gives_nothing()
    {
        var page = PageJson.Rented(new CloudPage<CloudLogEvent>([new("a", 1, 2, "s", "e1")], null));
        Assert.Equal("a", page.Items[0].Message);
        ((IDisposable)page.Items).Dispose();
        ((IDisposable)page.Items).Dispose();
        Assert.Throws<ObjectDisposedException>(() => page.Items[0]);
    }

    [Fact]
    public void A_page_may_have_any_number_of_streams()
    {
        var events = Enumerable.Range(0, 500).Select(static i => new CloudLogEvent("m", i, i, $"eni-{i % 171:x17}-all", null)).ToList();
        Assert.Equal(events, PageJson.Rented(new CloudPage<CloudLogEvent>(events, null)).Items);
    }

    private static void AssertSame(byte[] json)
    {
        var text = Encoding.UTF8.GetString(json);
        if (PageJson.Read(json) is not { } expected)
        {
            Assert.ThrowsAny<JsonException>(() => Read(text));
            return;
        }

        var page = Read(text);
        Assert.Equal(expected.NextToken, page.NextToken);
        Assert.Equal(expected.Items, page.Items);
    }

    private static CloudPage<CloudLogEvent> Read(string json) => LogEventPage.Read(Encoding.UTF8.GetBytes(json));
}
