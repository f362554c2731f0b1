using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Lists the streams of a group, by name or by the time of their last event.</summary>
internal sealed class DescribeLogStreams(LogStore store, PageTokens tokens) : IJsonOperation
{
    private const string ByLastEventTime = "LastEventTime";
    private static readonly string[] Orders = ["LogStreamName", ByLastEventTime];

    public string Target => LogsOperations.TargetPrefix + nameof(DescribeLogStreams);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var reference = GroupReference.Read(request);
        var prefix = request.Text("logStreamNamePrefix", TextRule.LogStreamName);
        var byTime = request.Choice("orderBy", Orders) == ByLastEventTime;
        var descending = request.Flag("descending") == true;
        var limit = request.Number("limit", 1, Listing.MaxRows);
        var nextToken = request.Text("nextToken", TextRule.NextToken);
        request.Validate();
        if (byTime && prefix is not null)
            throw ServiceException.InvalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
        var group = reference.Find(store);

        var question = $"{Target}\n{group.Name}\n{prefix}\n{byTime}\n{descending}";
        PageStart? after = nextToken is null
            ? null
            : tokens.Read(question, nextToken) ?? throw ServiceException.InvalidToken();
        var rows = group.Streams.Values
            .Where(stream => prefix is null || stream.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(stream => new Row(stream, byTime))
            .Where(row => after is not { } start || (descending ? row.CompareTo(start) < 0 : row.CompareTo(start) > 0))
            .Order(Comparer<Row>.Create((x, y) => descending ? y.CompareTo(x.Start) : x.CompareTo(y.Start)));

        Listing.Write(answer, "logStreams", rows, limit, WriteStream, row => tokens.Write(question, row.Start));
    }

    private static void WriteStream(Utf8JsonWriter answer, Row row)
    {
        var stream = row.Stream;
        answer.WriteString("logStreamName", stream.Name);
        answer.WriteNumber("creationTime", stream.CreationTime);
        if (row.Events.Count > 0)
        {
            answer.WriteNumber("firstEventTimestamp", row.Events[0].Timestamp);
            answer.WriteNumber("lastEventTimestamp", row.Events[row.Events.Count - 1].Timestamp);
            answer.WriteNumber("lastIngestionTime", stream.LastIngestionTime);
            answer.WriteString("uploadSequenceToken", PutLogEvents.SequenceToken);
        }

        answer.WriteString("arn", stream.Arn);
        // The service has given 0 here since 2019; only a group's size is counted.
        answer.WriteNumber("storedBytes", 0);
    }

    // A stream together with its events at the moment of the listing, so that order and content agree.
    private sealed class Row(LogStream stream, bool byTime)
    {
        public LogStream Stream => stream;

        public EventSnapshot Events { get; } = stream.Events;

        public PageStart Start =>
            new(byTime && Events.Count > 0 ? Events[Events.Count - 1].Timestamp : 0, stream.Name);

        public int CompareTo(PageStart other)
        {
            var byNumber = Start.Number.CompareTo(other.Number);
            return byNumber != 0 ? byNumber : string.CompareOrdinal(stream.Name, other.Name);
        }
    }
}
