using System.Buffers;
using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FlowLogs.Records;

namespace FlowLogs.Cloud;

/// <summary>
/// The events of one answer of FilterLogEvents. Pages are what takes the time where many events are read. So there are no
/// objects of their events: the messages are lines of one text, as they are read later, and the rest is rows.
/// </summary>
public sealed class LogEventPage : IReadOnlyList<CloudLogEvent>, IDisposable
{
    private readonly byte[] _text;
    private readonly List<string> _streams;
    private readonly List<int> _severalLines;
    private Row[]? _rows;

    /// <param name="text">The messages, each with a line feed behind it, and the ids; rented.</param>
    /// <param name="rows">The events; rented.</param>
    /// <param name="count">How many events there are.</param>
    /// <param name="streams">The names of the streams.</param>
    /// <param name="severalLines">The events whose messages have line feeds, in order.</param>
    internal LogEventPage(byte[] text, Row[] rows, int count, List<string> streams, List<int> severalLines) =>
        (_text, _rows, Count, _streams, _severalLines) = (text, rows, count, streams, severalLines);

    /// <summary>How many events there are.</summary>
    public int Count { get; }

    /// <summary>An event. What it has lies in the page, and is gone when the page is disposed of.</summary>
    /// <param name="index">Its index.</param>
    public CloudLogEvent this[int index]
    {
        get
        {
            ref readonly var row = ref RowAt(index);
            return new CloudLogEvent(
                new ReadOnlyMemory<byte>(_text, row.Message, row.MessageLength), row.Timestamp, row.IngestionTime, StreamOf(row), IdOf(row));
        }
    }

    /// <summary>Reads a page.</summary>
    /// <param name="json">The answer; it is written to.</param>
    /// <exception cref="JsonException">It is no JSON object, or its members are not those of a page.</exception>
    public static CloudPage<CloudLogEvent> Read(Span<byte> json)
    {
        try
        {
            return new LogEventPageReader(json).Read();
        }
        catch (InvalidOperationException e)
        {
            // A member of another type, or escapes that stand for no characters.
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>Events as a page; what is none is copied.</summary>
    internal static LogEventPage Of(IReadOnlyList<CloudLogEvent> events)
    {
        if (events is LogEventPage page)
            return page;
        var writer = new LogEventPageWriter(events.Sum(static e => e.MessageUtf8.Length + 1 + e.EventIdUtf8.Length), events.Count);
        foreach (var e in events)
        {
            writer.Add(
                e.MessageUtf8.Span,
                e.EventIdUtf8.Span,
                new Row { Timestamp = e.Timestamp, IngestionTime = e.IngestionTime, Stream = writer.Streams.NumberOf(Encoding.UTF8.GetBytes(e.LogStreamName ?? "")) });
            writer.CheckLines();
        }

        return writer.ToPage();
    }

    /// <summary>The messages of some events as lines. Where one of them has several lines, the events before it.</summary>
    /// <param name="start">The first event.</param>
    /// <param name="end">Behind the last one.</param>
    internal ReadOnlySpan<byte> LinesOf(int start, int end)
    {
        if (_severalLines.Count > 0)
        {
            var next = _severalLines.BinarySearch(start);
            next = next < 0 ? ~next : next;
            if (next < _severalLines.Count)
                end = Math.Min(end, _severalLines[next]);
        }

        if (start == end)
            return [];
        ref readonly var last = ref RowAt(end - 1);
        return _text.AsSpan(RowAt(start).Message..(last.Message + last.MessageLength + 1));
    }

    /// <summary>The message of an event in UTF-8.</summary>
    internal ReadOnlySpan<byte> MessageOf(int index)
    {
        ref readonly var row = ref RowAt(index);
        return _text.AsSpan(row.Message, row.MessageLength);
    }

    /// <summary>What is known of an event beside its message.</summary>
    internal RecordOrigin OriginOf(int index, string logGroupName)
    {
        ref readonly var row = ref RowAt(index);
        return new RecordOrigin((logGroupName, StreamOf(row)), IdOf(row), row.Timestamp, row.IngestionTime);
    }

    /// <inheritdoc/>
    public IEnumerator<CloudLogEvent> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Gives the page's memory back for others to use. For those who keep nothing of its events; a page that is only
    /// forgotten does no harm.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rows, null) is not { } rows)
            return;
        ArrayPool<Row>.Shared.Return(rows);
        ArrayPool<byte>.Shared.Return(_text);
    }

    private ref readonly Row RowAt(int index)
    {
        ObjectDisposedException.ThrowIf(_rows is null, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return ref _rows[index];
    }

    private string? StreamOf(in Row row) => row.Stream == 0 ? null : _streams[row.Stream - 1];

    private ReadOnlyMemory<byte> IdOf(in Row row) => new(_text, row.Id, row.IdLength);

    /// <summary>An event, and where its texts lie.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Row
    {
        public long Timestamp;
        public long IngestionTime;
        public int Message;
        public int MessageLength;
        public int Id;
        public int IdLength;

        /// <summary>The number of the stream's name, from 1; 0 for none.</summary>
        public int Stream;
    }
}
