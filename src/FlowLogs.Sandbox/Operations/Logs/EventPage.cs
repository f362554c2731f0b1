using System.Buffers;
using FlowLogs.Filtering;
using FlowLogs.Sandbox.Faults;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>The events of one page of FilterLogEvents.</summary>
internal sealed class EventPage(FilterPattern? pattern, int? limit, EventVisibility visibility) : IDisposable
{
    private const int MaxRepeated = 20;

    // Rented, because it would be too large for what the garbage collector takes lightly.
    private readonly StoredEvent[] _events = ArrayPool<StoredEvent>.Shared.Rent(limit ?? EventLimits.MaxEvents);
    private int _count;

    public ReadOnlySpan<StoredEvent> Events => _events.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Dispose() => ArrayPool<StoredEvent>.Shared.Return(_events, clearArray: true);

    /// <summary>Takes events until the page is full, and gives the place behind what was looked at; null at the end.</summary>
    public EventPosition? Fill(MergedEvents events)
    {
        var budget = new PageBudget(limit);
        EventPosition? behind = null;
        for (var scanned = 0; scanned < FilterLogEvents.MaxScanned && events.TryPeek(out var stored); scanned++)
        {
            ref readonly var next = ref stored.Event;
            if (pattern?.IsMatch(next.Message.Span) != false && visibility.IsVisible(next))
            {
                if (!budget.TryTake(next))
                    return behind;
                _events[_count++] = stored;
            }

            behind = next.Position.Behind();
            events.Skip();
        }

        // The next page begins behind what was looked at, so that it also has events that come in before it is asked.
        return _count == 0 && !events.TryPeek(out _) ? null : behind;
    }

    /// <summary>The place of one of the last events, but not of the first.</summary>
    public EventPosition PositionFromEnd(uint variant) =>
        Events[^(1 + (int)(variant % Math.Min(_count - 1, MaxRepeated)))].Event.Position;

    /// <summary>Mixes the events.</summary>
    public void Mix(uint variant)
    {
        for (var i = _count - 1; i > 0; i--)
        {
            variant = (variant * 1_664_525) + 1_013_904_223;
            var other = (int)((variant >> 8) % (uint)(i + 1));
            (_events[i], _events[other]) = (_events[other], _events[i]);
        }
    }
}
