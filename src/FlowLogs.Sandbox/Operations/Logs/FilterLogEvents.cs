using System.Text.Json;
using FlowLogs.Cloud;
using FlowLogs.Sandbox.Faults;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>
/// Reads several streams of a group as one, through a filter pattern. As at the service a page may be empty and have
/// a token, a page with events always has one, and only a page without a token is the last.
/// </summary>
internal sealed class FilterLogEvents(LogStore store, PageTokens tokens, FaultPlan faults) : IJsonOperation
{
    /// <summary>How many events are looked at for one page, whether they match or not.</summary>
    public const int MaxScanned = 100_000;

    private const int MaxStreamNames = 100;

    private static readonly FlowSandboxFault[] FirstPageFaults =
        [FlowSandboxFault.EmptyPages, FlowSandboxFault.DuplicateEvents, FlowSandboxFault.OutOfOrderPages];

    private static readonly FlowSandboxFault[] PageFaults =
        [.. FirstPageFaults, FlowSandboxFault.RepeatedTokens, FlowSandboxFault.ExpiredTokens];

    private readonly EventVisibility _visibility = new(store, faults);

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
        var place = nextToken is null
            ? new PagePlace(EventPosition.StartOf(startTime))
            : PagePlace.Read(tokens.Read(question, nextToken) ?? throw ServiceException.InvalidToken());
        using var page = new EventPage(pattern, limit, _visibility);
        var next = Fill(page, streams, place, EventPosition.EndOf(endTime), $"{question}\n{place with { Attempt = 0 }}", nextToken is not null);
        Write(answer, page);
        if (next is { } found)
            answer.WriteString("nextToken", found == place && nextToken is not null ? nextToken : tokens.Write(question, found.ToStart()));
    }

    /// <summary>Fills a page and gives the place where the next one begins; null if this is the last.</summary>
    private PagePlace? Fill(
        EventPage page, IEnumerable<LogStream> streams, PagePlace place, EventPosition end, string question, bool hasToken)
    {
        var events = new MergedEvents(streams, place.At, place.End ?? end);
        switch (faults.Next(question, hasToken ? PageFaults : FirstPageFaults))
        {
            case { Kind: FlowSandboxFault.ExpiredTokens }:
                throw ServiceException.InvalidToken();
            case { Kind: FlowSandboxFault.EmptyPages }:
                // The same place under another token.
                return place with { Attempt = place.Attempt + 1 };
            case { Kind: FlowSandboxFault.RepeatedTokens }:
                return place;
            case { Kind: FlowSandboxFault.DuplicateEvents } fault:
                var next = place.Behind(page.Fill(events));
                return next is null || page.Events.Length < 2 ? next : place.Behind(page.PositionFromEnd(fault.Variant));
            case { Kind: FlowSandboxFault.OutOfOrderPages } fault:
                return FillOutOfOrder(page, events, place, fault.Variant);
            default:
                return place.Behind(page.Fill(events));
        }
    }

    // Either the events of a page are mixed, or the page changes places with the one behind it.
    private static PagePlace? FillOutOfOrder(EventPage page, MergedEvents events, PagePlace place, uint variant)
    {
        var first = page.Fill(events);
        if (variant % 2 == 1 && place.End is null && first is { } end && events.TryPeek(out _))
        {
            page.Clear();
            if (page.Fill(events) is { } resume)
                return new PagePlace(place.At, end, resume);
        }

        page.Mix(variant);
        return place.Behind(first);
    }

    private static void Write(Utf8JsonWriter answer, EventPage page)
    {
        answer.WriteStartArray("events");
        new FilteredEventWriter(answer).Write(page.Events);
        answer.WriteEndArray();
        // Has been empty since 2020.
        answer.WriteStartArray("searchedLogStreams");
        answer.WriteEndArray();
    }
}
