using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>
/// Reads a stream in blocks of whole lines. The block is valid until the next call. The last line of a stream may lack
/// its line feed. Of a line that does not fit into the buffer only the beginning comes, as a line of its own; but if it is
/// in a JSON object or array, or begins with one, it comes in parts.
/// </summary>
internal sealed class LineBlockReader(Stream stream) : IDisposable
{
    private const int BufferSize = 256 * 1024;

    private byte[] _buffer = ReadBuffers.Pool.Rent(BufferSize);
    private int _start;
    private int _end;
    private long _position;
    private bool _skipping;
    private bool _ended;

    /// <summary>Where the next line begins in the stream; -1 where what was read last ends inside one.</summary>
    public long LinePosition => _skipping || (_start > 0 && _buffer[_start - 1] != '\n') ? -1 : _position - (_end - _start);

    /// <summary>The next block, empty at the end of the stream.</summary>
    /// <param name="inObject">Whether the blocks so far end inside a JSON object or array.</param>
    public ReadOnlyMemory<byte> Read(bool inObject = false)
    {
        while (true)
        {
            // What is left of the last block is the beginning of a line; it moves to the front.
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            if (!_ended)
            {
                var read = stream.Read(_buffer, _end, _buffer.Length - _end);
                _ended = read == 0;
                _end += read;
                _position += read;
            }

            var filled = _buffer.AsSpan(0, _end);
            if (_skipping)
            {
                var feed = filled.IndexOf((byte)'\n');
                _start = feed < 0 ? _end : feed + 1;
                _skipping = feed < 0 && !_ended;
                if (_ended && _start == _end)
                    return default;
                continue;
            }

            var last = filled.LastIndexOf((byte)'\n');
            if (last >= 0)
            {
                _start = last + 1;
                return _buffer.AsMemory(0, last + 1);
            }

            if (!_ended && _end < _buffer.Length)
                continue;
            _skipping = !_ended && !inObject && LineScanner.Trim(filled) is not [(byte)'{' or (byte)'[', ..];
            _start = _end;
            return _buffer.AsMemory(0, _end);
        }
    }

    /// <summary>Goes on at the beginning of another line.</summary>
    public void MoveTo(long position)
    {
        stream.Position = _position = position;
        _start = _end = 0;
        _skipping = _ended = false;
    }

    public void Dispose()
    {
        ReadBuffers.Pool.Return(_buffer);
        _buffer = [];
    }
}
