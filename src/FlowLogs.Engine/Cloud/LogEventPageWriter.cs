using System.Buffers;
using Row = FlowLogs.Cloud.LogEventPage.Row;

namespace FlowLogs.Cloud;

/// <summary>Puts a page together: the messages as lines from the beginning of a text on, the ids from its end back.</summary>
/// <param name="length">No less than all messages, a line feed for each, and all ids have.</param>
/// <param name="count">How many events there are, about.</param>
internal sealed class LogEventPageWriter(int length, int count)
{
    private readonly byte[] _text = ArrayPool<byte>.Shared.Rent(length);
    private readonly List<int> _severalLines = [];
    private Row[] _rows = ArrayPool<Row>.Shared.Rent(count);
    private int _count;
    private int _lines;
    private int _ids = length;

    /// <summary>The names of the streams.</summary>
    public StreamNames Streams { get; } = new();

    /// <summary>Adds an event.</summary>
    /// <param name="message">Its message. Line ends behind it are left out.</param>
    /// <param name="id">Its id.</param>
    /// <param name="row">What else it has.</param>
    public void Add(ReadOnlySpan<byte> message, ReadOnlySpan<byte> id, Row row)
    {
        while (message is [.., (byte)'\r' or (byte)'\n'])
            message = message[..^1];
        if (_count == _rows.Length)
            Grow();
        row.Message = _lines;
        row.MessageLength = message.Length;
        message.CopyTo(_text.AsSpan(_lines));
        _lines += message.Length;
        _text[_lines++] = (byte)'\n';
        row.IdLength = id.Length;
        row.Id = _ids -= id.Length;
        id.CopyTo(_text.AsSpan(_ids));
        _rows[_count++] = row;
    }

    /// <summary>To be called behind an event whose message may have several lines.</summary>
    public void CheckLines()
    {
        ref readonly var row = ref _rows[_count - 1];
        if (_text.AsSpan(row.Message, row.MessageLength).Contains((byte)'\n'))
            _severalLines.Add(_count - 1);
    }

    /// <summary>The page. Nothing may be added any more.</summary>
    public LogEventPage ToPage() => new(_text, _rows, _count, Streams.Names, _severalLines);

    private void Grow()
    {
        var larger = ArrayPool<Row>.Shared.Rent(_count * 2);
        _rows.AsSpan().CopyTo(larger);
        ArrayPool<Row>.Shared.Return(_rows);
        _rows = larger;
    }
}
