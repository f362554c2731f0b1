using System.Runtime.CompilerServices;

namespace FlowLogs.Cloud;

/// <summary>
/// Reads log events page after page and knows where the end is, which differs: FilterLogEvents ends where there is no
/// token, and only there, so that an empty page with a token is followed by another; GetLogEvents ends where the token
/// that comes back is the one that was sent.
/// </summary>
internal static class LogEventPager
{
    // The service has been seen to give the same token twice and go on. For ever is too often.
    private const int MaxRepeatedTokens = 20;

    /// <summary>All pages of FilterLogEvents, without the events that two neighbouring pages share.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> FilterAsync(
        ICloudLogs logs,
        LogEventQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        var repeated = 0;
        HashSet<string> previous = [];
        do
        {
            var page = await logs.FilterLogEventsAsync(query, token, cancellationToken);
            repeated = page.NextToken is not null && page.NextToken == token ? repeated + 1 : 0;
            if (repeated > MaxRepeatedTokens)
                throw Stuck(query);

            var items = previous.Count == 0 ? page.Items : [.. page.Items.Where(e => e.EventId is null || !previous.Contains(e.EventId))];
            if (items.Count > 0)
                yield return items;
            if (page.Items.Count > 0)
                previous = [.. page.Items.Select(static e => e.EventId).OfType<string>()];
            token = page.NextToken;
        }
        while (token is not null);
    }

    /// <summary>All pages of GetLogEvents, from the oldest event on.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> GetAsync(
        ICloudLogs logs,
        LogEventQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        while (true)
        {
            var page = await logs.GetLogEventsAsync(query, token, cancellationToken);
            if (page.Items.Count > 0)
                yield return page.Items;
            if (page.NextToken is null || page.NextToken == token)
                yield break;
            token = page.NextToken;
        }
    }

    private static FlowLogException Stuck(LogEventQuery query) => new(
        "PagingStuck",
        FlowErrorKind.ServiceError,
        $"Reading {query.LogGroupName} does not get on: the service gave the same page token {MaxRepeatedTokens + 1} times.",
        query.LogGroupName);
}
