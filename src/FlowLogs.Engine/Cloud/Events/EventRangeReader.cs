using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace FlowLogs.Cloud.Events;

/// <summary>
/// Reads a time range in slices, several at once, and gives them in the order of time. FilterLogEvents is the operation,
/// because its events have ids: without these, events that come twice cannot be told from events that are alike.
/// </summary>
internal sealed class EventRangeReader(ICloudLogs logs, EventRangeSettings settings) : IEventRangeReader
{
    // The last millisecond of the year 9999.
    private const long MaxTime = 253_402_300_799_999;

    private volatile bool _hasIdleReaders = settings.Parallel > 1;

    /// <summary>
    /// The parts of the range that could not be read, as errors (<c>RangeNotRead</c>), in the order of time. Whoever reads
    /// takes them out.
    /// </summary>
    public ConcurrentQueue<FlowLogException> Missing { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="FlowLogException">
    /// The first calls fail, or a call fails in a way in which all others would, too: nothing can be read.
    /// </exception>
    public async IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> ReadAsync(
        LogEventQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = Math.Clamp(query.StartTime ?? 0, 0, MaxTime);
        var to = Math.Clamp(query.EndTime ?? DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), from, MaxTime);
        var plan = new SlicePlan(from, to, settings);
        var progress = new RangeProgress(from, to, settings.Tally);
        var caller = new PageCaller(logs, settings);
        var reader = new SliceReader(caller, query, settings, () => _hasIdleReaders);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = stop.Token;
        var running = new List<TimeSlice>();
        // Slices that failed since a call last succeeded: when these are many, there is nobody who answers.
        var missed = 0;
        var successes = 0L;
        try
        {
            while (plan.Front is not null)
            {
                while (running.Count < settings.Parallel && plan.TakeNext() is { } next)
                {
                    next.Work = reader.ReadAsync(next, token);
                    running.Add(next);
                }

                _hasIdleReaders = running.Count < settings.Parallel && !plan.HasWaiting;
                await Task.WhenAny(running.Select(static slice => slice.Work!));
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var ended in running.FindAll(static slice => slice.Work!.IsCompleted))
                {
                    running.Remove(ended);
                    switch (await ended.Work!)
                    {
                        case SliceResult.Complete complete:
                            ended.Result = complete;
                            plan.Learn(ended, complete);
                            break;
                        case SliceResult.Cut cut:
                            plan.Cut(ended, cut);
                            break;
                        case SliceResult.Failed { Error: var error } when caller.Successes == 0:
                            throw error;
                        case SliceResult.Failed failed:
                            ended.Result = failed;
                            missed = caller.Successes == successes ? missed + 1 : 1;
                            successes = caller.Successes;
                            if (missed >= settings.Parallel * 2)
                                plan.GiveUp(failed);
                            break;
                    }
                }

                while (plan.Front?.Result is { } result && !IsToBeJoined(plan, result))
                {
                    var slice = plan.Front;
                    plan.RemoveFront();
                    if (result is SliceResult.Failed missing)
                        Miss(query, slice, plan, missing.Error);
                    var events = (result as SliceResult.Complete)?.Events;
                    progress.Report(slice, events);
                    foreach (var batch in events?.Batches ?? [[]])
                        yield return batch;
                }
            }
        }
        finally
        {
            // Nobody waits for what is still under way.
            await stop.CancelAsync();
        }
    }

    // Missing slices beside each other are told of as one.
    private static bool IsToBeJoined(SlicePlan plan, SliceResult result) =>
        result is SliceResult.Failed && plan.FrontOfOthers is { Result: null };

    private void Miss(LogEventQuery query, TimeSlice first, SlicePlan plan, FlowLogException cause)
    {
        var to = first.To;
        while (plan.Front?.Result is SliceResult.Failed)
        {
            to = plan.Front.To;
            plan.RemoveFront();
        }

        Missing.Enqueue(new FlowLogException(
            "RangeNotRead",
            FlowErrorKind.ReadError,
            $"The events of {query.LogGroupName} from {TimeSlice.Describe(first.From, to)} are missing. {cause.Message}",
            query.LogGroupName,
            cause));
    }
}
