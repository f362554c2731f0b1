using FlowLogs.Cloud;
using FlowLogs.Records;

namespace FlowLogs.Tests.Records;

public class RecordOriginTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("id-ü")]
    [InlineData("38392817464918364826481936482648193648264819364826481936")]
    [InlineData("ü-392817464918364826481936482648193648264819364826481936")]
    [InlineData("\0-392817464918364826481936482648193648264819364826481936x")]
    [InlineData("383928174649183648264819364826481936482648193648264819364")]
    public void An_event_gives_what_its_members_give(string? id)
    {
        var origin = new RecordOrigin("group", new CloudLogEvent("m", 1, 2, "stream", id));
        Assert.Equal(("group", "stream", id, 1L, 2L), (origin.LogGroupName, origin.LogStreamName, origin.EventId, origin.Timestamp, origin.IngestionTime));
        Assert.Equal(new RecordOrigin("group", "stream", id, 1, 2), origin);
        Assert.Equal(new RecordOrigin("group", "stream", id, 1, 2).GetHashCode(), origin.GetHashCode());
        Assert.NotEqual(new RecordOrigin("group", "stream", id + "1", 1, 2), origin);
        Assert.NotEqual(new RecordOrigin("other", "stream", id, 1, 2), origin);
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        Assert.Null(RecordOrigin.None.EventId);
        Assert.Null(RecordOrigin.None.Timestamp);
        Assert.Null(RecordOrigin.None.IngestionTime);
        Assert.Equal(RecordOrigin.None, new RecordOrigin(null, null, null, null, null));
        Assert.True(RecordOrigin.None.IsNone);
        Assert.True(new RecordOrigin(null, null, "", null, null).IsNone);
        Assert.False(new RecordOrigin(null, null, null, 0, null).IsNone);
    }
}
