using System.Runtime.InteropServices;
using FlowLogs.Filtering;
using FlowLogs.Sandbox.Faults;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>The events of one page of FilterLogEvents.</summary>
internal sealed class EventPage(FilterPattern? pattern, int? limit, EventVisibility visibility)
{
    private const int MaxRepeated = 20;

    private readonly List<Row> _rows = [];

    public IReadOnlyList<Row> Rows => _rows;

    public void Clear() => _rows.Clear();

    /// <summary>Takes events until the page is full, and gives the place behind what was looked at; null at the end.</summary>
    public EventPosition? Fill(MergedEvents events)
    {
        var budget = new PageBudget(limit);
        EventPosition? behind = null;
        for (var scanned = 0; scanned < FilterLogEvents.MaxScanned && events.TryPeek(out var stream, out var next); scanned++)
        {
            if (pattern?.IsMatch(next.Message.Span) != false && visibility.IsVisible(next))
            {
                if (!budget.TryTake(next))
                    return behind;
                _rows.Add(new Row(stream, next));
            }

            behind = next.Position.Behind();
            events.Skip();
        }

        // The next page begins behind what was looked at, so that it also has events that come in before it is asked.
        return _rows.Count == 0 && !events.TryPeek(out _, out _) ? null : behind;
    }

    /// <summary>The place of one of the last events, but not of the first.</summary>
    public EventPosition PositionFromEnd(uint variant) =>
        _rows[^(1 + (int)(variant % Math.Min(_rows.Count - 1, MaxRepeated)))].Event.Position;

    /// <summary>Mixes the events.</summary>
    public void Mix(uint variant)
    {
        for (var i = _rows.Count - 1; i > 0; i--)
        {
            variant = (variant * 1_664_525) + 1_013_904_223;
            var other = (int)((variant >> 8) % (uint)(i + 1));
            (_rows[i], _rows[other]) = (_rows[other], _rows[i]);
        }
    }

    /// <summary>An event with its stream.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Row(LogStream Stream, LogEvent Event);
}
