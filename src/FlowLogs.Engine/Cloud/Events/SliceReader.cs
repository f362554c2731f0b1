namespace FlowLogs.Cloud.Events;

/// <summary>
/// Reads one slice, page after page, until a page has no token: there, and only there, is the end. The events of a page
/// may be in any order, and may come again in other pages.
/// </summary>
/// <param name="caller">Makes the calls.</param>
/// <param name="query">What is wanted, whatever the time.</param>
/// <param name="settings">How to read.</param>
/// <param name="hasIdleReaders">Whether a slice that has still far to go should be cut, because there are readers without work.</param>
internal sealed class SliceReader(PageCaller caller, LogEventQuery query, EventRangeSettings settings, Func<bool> hasIdleReaders)
{
    // The service has been seen to give the same token twice and go on. For ever is too often.
    private const int MaxRepeatedTokens = 20;

    // A slice is left for the sake of idle readers only near its beginning, so that little is read twice.
    private const int LastEarlyPage = 3;

    // So many pages must still be to come, by what has been seen.
    private const int WorthCutting = 3;

    public async Task<SliceResult> ReadAsync(TimeSlice slice, CancellationToken cancellationToken)
    {
        // Some transports do their work before they give a task back; the caller has other slices to begin.
        await Task.Yield();
        var ranged = query with { StartTime = slice.From, EndTime = slice.To };
        for (var restarts = 0; ; restarts++)
        {
            try
            {
                return await ReadPagesAsync(slice, ranged, cancellationToken);
            }
            catch (PagingException) when (restarts < settings.MaxRestarts)
            {
                settings.Tally.CountRestart();
            }
            catch (PagingException e)
            {
                return new SliceResult.Failed(e);
            }
            catch (FlowLogException e) when (PageCaller.IsPassing(e))
            {
                return new SliceResult.Failed(e);
            }
        }
    }

    private async Task<SliceResult> ReadPagesAsync(TimeSlice slice, LogEventQuery ranged, CancellationToken cancellationToken)
    {
        var events = new SliceEvents(slice);
        var copies = 0;
        var limit = settings.SliceLimit;
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var repeated = 0;
        string? token = null;
        for (var pages = 1; ; pages++)
        {
            var page = await CallAsync(ranged, token, cancellationToken);
            events.Add(page.Items);
            token = page.NextToken;
            if (string.IsNullOrEmpty(token))
            {
                settings.Tally.CountDuplicates(copies + events.Arrange());
                return new SliceResult.Complete(events, pages);
            }

            repeated = tokens.Add(token) ? 0 : repeated + 1;
            if (repeated > MaxRepeatedTokens)
                throw PagingException.Stuck(query.LogGroupName, MaxRepeatedTokens + 1);

            if (events.Count > limit)
            {
                copies += events.Arrange();
                if (events.Count > settings.SliceLimit && slice.Length > 1)
                    return Cut(events, isOverfull: true);
                limit = Math.Max(settings.SliceLimit, events.Count * 2);
            }

            if (pages <= LastEarlyPage && slice.Length > 1 && hasIdleReaders() && IsFarToGo(slice, events, pages))
                return Cut(events, isOverfull: false);
        }
    }

    private async Task<CloudPage<CloudLogEvent>> CallAsync(LogEventQuery ranged, string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await caller.CallAsync(ranged, token, cancellationToken);
        }
        catch (FlowLogException e) when (token is not null && e.Kind == FlowErrorKind.InvalidArgument)
        {
            // The same request was right but for the token.
            throw PagingException.Rejected(query.LogGroupName, e);
        }
    }

    // Few events and a token mean nothing: the next page may be the last. Two such pages mean a long search.
    private bool IsFarToGo(TimeSlice slice, SliceEvents events, int pages)
    {
        if (!settings.IsTelling(events.Count))
            return pages > 1;
        return (double)(slice.To - events.Last) / (events.Last - events.First + 1) * pages >= WorthCutting;
    }

    private static SliceResult.Cut Cut(SliceEvents events, bool isOverfull)
    {
        events.Drop();
        return new SliceResult.Cut(events.Count, events.First, events.Last, isOverfull);
    }
}
