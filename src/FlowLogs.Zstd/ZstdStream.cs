using System.Buffers;
using ZstdSharp;

namespace FlowLogs.Zstd;

/// <summary>
/// What comes out of a stream of zstd frames. The library's own stream takes the end of its input for the end of the data
/// in some places; here the data must end with a frame.
/// </summary>
internal sealed class ZstdStream(Stream compressed) : Stream
{
    private const int BufferSize = 128 * 1024;

    private readonly Decompressor _decompressor = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start;
    private int _end;
    private bool _isInputAtEnd;
    private bool _isInFrame;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_start == _end && !_isInputAtEnd)
            {
                _start = 0;
                _end = compressed.Read(_buffer);
                _isInputAtEnd = _end == 0;
            }

            if (_isInputAtEnd && !_isInFrame)
                return 0;
            var written = Inflate(buffer, out var isStuck);
            if (written > 0)
                return written;
            if (isStuck && _isInputAtEnd)
                throw new InvalidDataException("it breaks off.");
        }

        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            _decompressor.Dispose();
            compressed.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        base.Dispose(disposing);
    }

    private int Inflate(Span<byte> buffer, out bool isStuck)
    {
        try
        {
            var status = _decompressor.UnwrapStream(_buffer.AsSpan(_start, _end - _start), buffer, out var consumed, out var written);
            _start += consumed;
            _isInFrame = status != OperationStatus.Done;
            isStuck = consumed == 0 && written == 0;
            return written;
        }
        catch (ZstdException e)
        {
            throw new InvalidDataException($"{e.Message}.", e);
        }
    }
}
