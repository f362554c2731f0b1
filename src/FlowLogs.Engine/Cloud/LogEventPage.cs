using System.Buffers;
using System.Collections;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace FlowLogs.Cloud;

/// <summary>
/// The events of one answer of FilterLogEvents. Pages are what takes the time where many events are read, so that their
/// events are left where they are, in the bytes that came, and of each only its place there is noted.
/// </summary>
public sealed class LogEventPage : IReadOnlyList<CloudLogEvent>, IDisposable
{
    private readonly bool _isRented;
    private readonly byte[] _json;
    private readonly List<string> _streams;
    private Row[]? _rows;

    internal LogEventPage(byte[] json, bool isRented, Row[] rows, int count, List<string> streams) =>
        (_json, _isRented, _rows, Count, _streams) = (json, isRented, rows, count, streams);

    /// <summary>How many events there are.</summary>
    public int Count { get; }

    /// <summary>An event. What it has lies in the page, and is gone when the page is disposed of.</summary>
    /// <param name="index">Its index.</param>
    public CloudLogEvent this[int index]
    {
        get
        {
            ObjectDisposedException.ThrowIf(_rows is null, this);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            ref readonly var row = ref _rows[index];
            return new CloudLogEvent(
                new ReadOnlyMemory<byte>(_json, row.Message, row.MessageLength),
                row.Timestamp,
                row.IngestionTime,
                row.Stream == 0 ? null : _streams[row.Stream - 1],
                new ReadOnlyMemory<byte>(_json, row.Id, row.IdLength));
        }
    }

    /// <summary>Reads a page.</summary>
    /// <param name="json">The answer. It belongs to the page from now on, and is written to.</param>
    /// <param name="isRented">Whether it came from the shared pool of arrays, and goes back there with the page.</param>
    /// <exception cref="JsonException">It is no JSON object, or its members are not those of a page.</exception>
    public static CloudPage<CloudLogEvent> Read(ArraySegment<byte> json, bool isRented = false)
    {
        try
        {
            return new LogEventPageReader(json, isRented).Read();
        }
        catch (InvalidOperationException e)
        {
            // A member of another type, or escapes that stand for no characters.
            throw new JsonException(e.Message, e);
        }
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
        if (_isRented)
            ArrayPool<byte>.Shared.Return(_json);
    }

    /// <summary>Where an event lies in the answer.</summary>
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
