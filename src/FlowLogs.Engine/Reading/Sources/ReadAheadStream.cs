using System.Threading.Channels;

namespace FlowLogs.Reading;

/// <summary>
/// Reads another stream on a thread of its own, some buffers ahead, so that inflating goes on while what was inflated is
/// looked at.
/// </summary>
internal sealed class ReadAheadStream : ForwardStream
{
    private const int BufferSize = 512 * 1024;
    private const int Buffers = 3;

    private readonly Stream _stream;
    private readonly Channel<ArraySegment<byte>> _full = Channel.CreateBounded<ArraySegment<byte>>(Buffers);
    private readonly Channel<byte[]> _free = Channel.CreateBounded<byte[]>(Buffers);
    private readonly Task _reading;
    private ArraySegment<byte> _current = ArraySegment<byte>.Empty;

    public ReadAheadStream(Stream stream)
    {
        _stream = stream;
        for (var i = 0; i < Buffers; i++)
            _free.Writer.TryWrite(new byte[BufferSize]);
        _reading = Task.Run(ReadAllAsync);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_current.Count == 0 && !TryGetNext())
            return 0;
        var length = Math.Min(buffer.Length, _current.Count);
        _current.AsSpan(0, length).CopyTo(buffer);
        _current = _current[length..];
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _free.Writer.TryComplete();
            _full.Writer.TryComplete();
            _reading.Wait();
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }

    // Throws what reading threw, behind all that it had read.
    private bool TryGetNext()
    {
        if (_current.Array is { Length: > 0 } used)
            _free.Writer.TryWrite(used);
        _current = ArraySegment<byte>.Empty;
        return _full.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult() && _full.Reader.TryRead(out _current);
    }

    private async Task ReadAllAsync()
    {
        Exception? error = null;
        for (var more = true; more && await _free.Reader.WaitToReadAsync() && _free.Reader.TryRead(out var buffer);)
        {
            var length = Fill(buffer, out error);
            more = length == buffer.Length;
            if (length > 0)
                _full.Writer.TryWrite(new ArraySegment<byte>(buffer, 0, length));
        }

        _full.Writer.TryComplete(error);
    }

    // A decompressor gives what it has; a few bytes at a time would not be worth the hand-over. What came before an error
    // counts.
    private int Fill(byte[] buffer, out Exception? error)
    {
        error = null;
        var length = 0;
        try
        {
            for (int read; length < buffer.Length && (read = _stream.Read(buffer, length, buffer.Length - length)) > 0;)
                length += read;
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again where the stream is read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            error = e;
        }

        return length;
    }
}
