using System.Globalization;
using System.Text.Json;
using FlowLogs.Filtering;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>
/// Reads several streams of a group as one, through a filter pattern. As at the service a page may be empty and have
/// a token, a page with events always has one, and only a page without a token is the last.
/// </summary>
internal sealed class FilterLogEvents(LogStore store, PageTokens tokens) : IJsonOperation
{
    /// <summary>How many events are looked at for one page, whether they match or not.</summary>
    public const int MaxScanned = 100_000;

    private const int MaxStreamNames = 100;

    public string Target => LogsOperations.TargetPrefix + nameof(FilterLogEvents);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var reference = GroupReference.Read(request);
        var names = request.Texts("logStreamNames", TextRule.LogStreamName, 1, MaxStreamNames);
        var prefix = request.Text("logStreamNamePrefix", TextRule.LogStreamName);
        var startTime = request.Time("startTime") ?? 0;
        var endTime = request.Time("endTime") ?? long.MaxValue;
        var patternText = request.Text("filterPattern", TextRule.FilterPattern) ?? "";
        var nextToken = request.Text("nextToken", TextRule.NextToken);
        var limit = request.Number("limit", 1, EventLimits.MaxEvents);
        request.Validate();
        if (names is not null && prefix is not null)
        {
            throw ServiceException.InvalidParameter(
                "Only one of logStreamNames and logStreamNamePrefix may be specified.");
        }

        var pattern = patternText.Length == 0 ? null : PatternArgument.Parse(patternText, "Invalid filter pattern");
        var group = reference.Find(store);
        var streams = names is not null
            ? names.Distinct(StringComparer.Ordinal).Select(group.Stream).ToList()
            : group.Streams.Values.Where(s => prefix is null || s.Name.StartsWith(prefix, StringComparison.Ordinal));

        var question = string.Join('\n', [Target, group.Name, prefix, patternText, startTime, endTime, .. names ?? []]);
        var from = nextToken is null ? EventPosition.StartOf(startTime) : ReadToken(question, nextToken);
        var events = new MergedEvents(streams, from, EventPosition.EndOf(endTime));

        answer.WriteStartArray("events");
        var next = WritePage(answer, events, pattern, limit);
        answer.WriteEndArray();
        // Has been empty since 2020.
        answer.WriteStartArray("searchedLogStreams");
        answer.WriteEndArray();
        if (next is { } place)
            answer.WriteString("nextToken", tokens.Write(question, new(place.Timestamp, Digits(place.Sequence))));
    }

    private EventPosition ReadToken(string question, string nextToken)
    {
        var start = tokens.Read(question, nextToken) ?? throw ServiceException.InvalidToken();
        return new EventPosition(start.Number, long.Parse(start.Name, CultureInfo.InvariantCulture));
    }

    private static string Digits(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a page and gives the place where the next one begins; null if this is the last.</summary>
    private static EventPosition? WritePage(
        Utf8JsonWriter answer, MergedEvents events, FilterPattern? pattern, int? limit)
    {
        var budget = new PageBudget(limit);
        EventPosition? behind = null;
        var isEmpty = true;
        for (var scanned = 0; scanned < MaxScanned && events.TryPeek(out var stream, out var next); scanned++)
        {
            if (pattern?.IsMatch(next.Message.Span) != false)
            {
                if (!budget.TryTake(next))
                    return behind;
                WriteEvent(answer, stream, next);
                isEmpty = false;
            }

            behind = next.Position.Behind();
            events.Skip();
        }

        // The next page begins behind what was looked at, so that it also has events that come in before it is asked.
        return isEmpty && !events.TryPeek(out _, out _) ? null : behind;
    }

    private static void WriteEvent(Utf8JsonWriter answer, LogStream stream, in LogEvent written)
    {
        Span<byte> eventId = stackalloc byte[EventIds.Length];
        EventIds.Write(written.Position, eventId);

        answer.WriteStartObject();
        answer.WriteString(EventMembers.LogStreamName, stream.JsonName);
        answer.WriteNumber(EventMembers.Timestamp, written.Timestamp);
        answer.WriteString(EventMembers.Message, written.Message.Span);
        answer.WriteNumber(EventMembers.IngestionTime, written.IngestionTime);
        answer.WriteString(EventMembers.EventId, eventId);
        answer.WriteEndObject();
    }
}
