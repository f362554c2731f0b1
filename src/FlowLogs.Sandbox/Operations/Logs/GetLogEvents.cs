using System.Text.Json;
using FlowLogs.Cloud;
using FlowLogs.Sandbox.Faults;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>
/// Reads one stream, forwards or backwards. Every answer has tokens for both directions; the end is where a token
/// comes back as it was sent.
/// </summary>
internal sealed class GetLogEvents(LogStore store, StreamTokens tokens, FaultPlan faults) : IJsonOperation
{
    private const int MaxRepeated = 20;

    private readonly EventVisibility _visibility = new(store, faults);

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

        var fault = faults.Next(
            $"{question}\n{place}",
            nextToken is null
                ? [FlowSandboxFault.EmptyPages, FlowSandboxFault.DuplicateEvents]
                : [FlowSandboxFault.EmptyPages, FlowSandboxFault.DuplicateEvents, FlowSandboxFault.ExpiredTokens]);
        if (fault?.Kind == FlowSandboxFault.ExpiredTokens)
            throw ServiceException.InvalidToken();
        if (fault?.Kind == FlowSandboxFault.EmptyPages && from < to)
        {
            WriteEmptyPage(answer, question, place, forward ? events[from].Position : events[to - 1].Position.Behind(), nextToken);
            return;
        }

        if (forward)
            to = TakeForward(events, from, to, limit);
        else
            from = TakeBackward(events, from, to, limit);
        WriteEvents(answer, events, from, to);

        var isEmpty = from >= to;
        // With the fault the next page goes back a little, but never to where this one began.
        if (fault?.Kind == FlowSandboxFault.DuplicateEvents && forward && !isEmpty)
            to -= (int)Math.Min(fault.Value.Variant % MaxRepeated, (uint)(to - from - 1));
        answer.WriteString("nextForwardToken", Token(true, isEmpty ? place : events[to - 1].Position.Behind()));
        answer.WriteString("nextBackwardToken", Token(false, isEmpty ? place : events[from].Position));

        // Where there is nothing more, the token comes back as it was sent.
        string Token(bool direction, EventPosition at) => isEmpty && direction == forward && nextToken is not null
            ? nextToken
            : tokens.Write(question, direction, at);
    }

    // No events, and tokens that lead to where the page should have begun. They must not be the one that was sent, for
    // that would be the end; so they name a place or a time of issue that differs.
    private void WriteEmptyPage(Utf8JsonWriter answer, string question, EventPosition place, EventPosition other, string? nextToken)
    {
        answer.WriteStartArray("events");
        answer.WriteEndArray();
        answer.WriteString("nextForwardToken", Other(forward: true));
        answer.WriteString("nextBackwardToken", Other(forward: false));

        string Other(bool forward) =>
            Enumerable.Range(1, 2)
                .Select(age => tokens.Write(question, forward, nextToken is null ? other : place, age))
                .First(token => token != nextToken);
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

    private void WriteEvents(Utf8JsonWriter answer, EventSnapshot events, int from, int to)
    {
        answer.WriteStartArray("events");
        for (var i = from; i < to; i++)
        {
            ref readonly var written = ref events[i];
            if (!_visibility.IsVisible(written))
                continue;
            answer.WriteStartObject();
            answer.WriteNumber(EventMembers.Timestamp, written.Timestamp);
            answer.WriteString(EventMembers.Message, written.Message.Span);
            answer.WriteNumber(EventMembers.IngestionTime, written.IngestionTime);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
