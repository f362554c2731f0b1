using System.Buffers;
using FlowLogs.Cloud;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <content>Events, many at a time.</content>
public sealed partial class LineReader
{
    // Messages, one behind the other, each with a line feed.
    private readonly ArrayBufferWriter<byte> _messages = new();

    /// <summary>
    /// Reads events as <see cref="ReadEvent"/> does. Messages that are one line each are read as lines of one text are, so
    /// that the cost of beginning is that of many and not of each.
    /// </summary>
    /// <param name="logGroupName">The log group that they are from.</param>
    /// <param name="events">The events.</param>
    /// <param name="start">The first that is read.</param>
    /// <param name="end">Behind the last one.</param>
    /// <param name="items">Takes the records and problems.</param>
    internal void ReadEvents(string logGroupName, IReadOnlyList<CloudLogEvent> events, int start, int end, ICollection<ReadItem> items)
    {
        var next = start;
        Func<int, RecordOrigin> originOf = line => new RecordOrigin(logGroupName, events[next + line]);
        while (next < end)
        {
            Join(events, next, end);
            var lines = new LineSplitter(_messages.WrittenSpan, _records.Index);
            while (true)
            {
                var count = _records.ReadRun(ref lines, originOf, items);
                _lineNumber += count;
                next += count;
                if (!lines.MoveNext())
                    break;
                ReadEvent(events[next].MessageUtf8.Span, originOf(0), items);
                next++;
            }

            // It was left out because its message has several lines.
            if (next < end)
            {
                ReadEvent(events[next].MessageUtf8.Span, originOf(0), items);
                next++;
            }
        }
    }

    private void Join(IReadOnlyList<CloudLogEvent> events, int start, int end)
    {
        _messages.ResetWrittenCount();
        for (; start < end; start++)
        {
            var message = events[start].MessageUtf8.Span;
            if (message.Contains((byte)'\n'))
                return;
            var space = _messages.GetSpan(message.Length + 1);
            message.CopyTo(space);
            space[message.Length] = (byte)'\n';
            _messages.Advance(message.Length + 1);
        }
    }
}
