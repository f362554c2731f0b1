using FlowLogs.Cloud;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <content>Events, many at a time.</content>
public sealed partial class LineReader
{
    /// <summary>
    /// Reads events as <see cref="ReadEvent"/> does. Messages that are one line each are read as lines of one text are, so
    /// that the cost of beginning is that of many and not of each.
    /// </summary>
    /// <param name="logGroupName">The log group that they are from.</param>
    /// <param name="events">The events.</param>
    /// <param name="start">The first that is read.</param>
    /// <param name="end">Behind the last one.</param>
    /// <param name="items">Takes the records and problems.</param>
    internal void ReadEvents(string logGroupName, LogEventPage events, int start, int end, ICollection<ReadItem> items)
    {
        var next = start;
        while (next < end)
        {
            var lines = new LineSplitter(events.LinesOf(next, end), _records.Index);
            while (true)
            {
                var count = _records.ReadRun(ref lines, new EventOrigins(logGroupName, events, next), items);
                _lineNumber += count;
                next += count;
                if (!lines.MoveNext())
                    break;
                ReadEvent(events.MessageOf(next), events.OriginOf(next, logGroupName), items);
                next++;
            }

            // It was left out because its message has several lines.
            if (next < end)
            {
                ReadEvent(events.MessageOf(next), events.OriginOf(next, logGroupName), items);
                next++;
            }
        }
    }
}
