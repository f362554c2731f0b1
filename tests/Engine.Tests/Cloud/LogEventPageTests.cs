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

    private static CloudPage<CloudLogEvent> Read(string json) => LogEventPage.Read(Encoding.UTF8.GetBytes(json));
}
