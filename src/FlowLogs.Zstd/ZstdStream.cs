using System.Buffers;
using FlowLogs.Reading;
using ZstdSharp;

namespace FlowLogs.Zstd;

/// <summary>What comes out of a stream of zstd frames. The data must end with a frame.</summary>
internal sealed class ZstdStream(Stream compressed) : ForwardStream
{
    private const int BufferSize = 128 * 1024;

    private readonly Decompressor _decompressor = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start;
    private int _end;
    private bool _isInputAtEnd;
    private bool _isInFrame;

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
            var status = _decompressor.UnwrapStream(_buffer.AsSpan(_start, _end - _start), buffer, out var consumed, out var written);
            if (status == OperationStatus.InvalidData)
                throw new InvalidDataException("it is damaged, or asks for more memory than zstd files usually do.");
            _start += consumed;
            _isInFrame = status != OperationStatus.Done;
            if (written > 0)
                return written;
            if (_isInputAtEnd && _isInFrame && consumed == 0)
                throw new InvalidDataException("it breaks off.");
        }

        return 0;
    }

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
}
