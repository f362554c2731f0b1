using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>
/// Reads one stream, forwards or backwards. Every answer has tokens for both directions; the end is where a token
/// comes back as it was sent.
/// </summary>
internal sealed class GetLogEvents(LogStore store, StreamTokens tokens) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(GetLogEvents);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var reference = GroupReference.Read(request);
        var streamName = request.RequiredText("logStreamName", TextRule.LogStreamName);
        var startTime = request.Time("startTime") ?? 0;
        var endTime = request.Time("endTime") ?? long.MaxValue;
        var nextToken = request.Text("nextToken", TextRule.NextToken);
        var limit = request.Number("limit", 1, EventLimits.MaxEvents);
        var forward = request.Flag("startFromHead") == true;
        request.Validate();
        var group = reference.Find(store);
        var stream = group.Stream(streamName);

        var events = stream.Events;
        var start = EventPosition.StartOf(startTime);
        var (from, to) = (events.IndexOf(start), events.IndexOf(EventPosition.StartOf(endTime)));

        // A token tells its direction itself, whatever startFromHead says.
        var question = $"{Target}\n{group.Name}\n{streamName}";
        var place = start;
        if (nextToken is not null)
        {
            if (!tokens.TryRead(question, nextToken, out forward, out place))
                throw ServiceException.InvalidToken();
            if (forward)
                from = Math.Max(from, events.IndexOf(place));
            else
                to = Math.Min(to, events.IndexOf(place));
        }

        if (forward)
            to = TakeForward(events, from, to, limit);
        else
            from = TakeBackward(events, from, to, limit);
        WriteEvents(answer, events, from, to);

        var isEmpty = from >= to;
        answer.WriteString("nextForwardToken", Token(true, isEmpty ? place : events[to - 1].Position.Behind()));
        answer.WriteString("nextBackwardToken", Token(false, isEmpty ? place : events[from].Position));

        // Where there is nothing more, the token comes back as it was sent.
        string Token(bool direction, EventPosition at) => isEmpty && direction == forward && nextToken is not null
            ? nextToken
            : tokens.Write(question, direction, at);
    }

    private static int TakeForward(EventSnapshot events, int from, int to, int? limit)
    {
        var budget = new PageBudget(limit);
        var end = from;
        while (end < to && budget.TryTake(events[end]))
            end++;
        return end;
    }

    private static int TakeBackward(EventSnapshot events, int from, int to, int? limit)
    {
        var budget = new PageBudget(limit);
        var start = to;
        while (start > from && budget.TryTake(events[start - 1]))
            start--;
        return start;
    }

    private static void WriteEvents(Utf8JsonWriter answer, EventSnapshot events, int from, int to)
    {
        answer.WriteStartArray("events");
        for (var i = from; i < to; i++)
        {
            ref readonly var written = ref events[i];
            answer.WriteStartObject();
            answer.WriteNumber(EventMembers.Timestamp, written.Timestamp);
            answer.WriteString(EventMembers.Message, written.Message.Span);
            answer.WriteNumber(EventMembers.IngestionTime, written.IngestionTime);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
