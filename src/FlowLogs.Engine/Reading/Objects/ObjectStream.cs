using System.Buffers;
using FlowLogs.Cloud;

namespace FlowLogs.Reading.Objects;

/// <summary>
/// An object's bytes. Reading from beginning to end is one GET; whoever seeks elsewhere gets another from there. Where a
/// connection breaks off or falls silent, another goes on at the byte that was reached, of the same state of the object.
/// </summary>
internal sealed class ObjectStream : Stream
{
    private const int BufferSize = 128 * 1024;

    private readonly ICloudObjects _objects;
    private readonly string _bucket;
    private readonly string _key;
    private readonly ObjectReadLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private long _bufferStart;
    private int _bufferLength;
    private long _position;
    private CloudObjectBody? _body;
    private long _bodyPosition;
    private long? _length;
    private string? _etag;

    /// <summary>Opens an object that is not empty.</summary>
    /// <exception cref="FlowLogException">It cannot be read.</exception>
    /// <exception cref="IOException">Its first bytes did not come.</exception>
    public ObjectStream(ICloudObjects objects, string bucket, string key, ObjectReadLimits limits, CancellationToken cancellationToken)
    {
        (_objects, _bucket, _key, _limits, _cancellationToken) = (objects, bucket, key, limits, cancellationToken);
        try
        {
            Fill();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length!.Value;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _position >= Length)
            return 0;
        if (_position < _bufferStart || _position >= _bufferStart + _bufferLength)
            Fill();
        var known = _buffer.AsSpan((int)(_position - _bufferStart), (int)(_bufferStart + _bufferLength - _position));
        known = known[..Math.Min(known.Length, buffer.Length)];
        known.CopyTo(buffer);
        _position += known.Length;
        return known.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            CloseBody();
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        base.Dispose(disposing);
    }

    // Gets the bytes at the position into the buffer, one at least. The thread waits: those who read are synchronous.
    private void Fill()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                FillAsync().GetAwaiter().GetResult();
                return;
            }
            catch (Exception e) when (tries < _limits.MaxTries && IsPassing(e))
            {
                CloseBody();
                var pause = _limits.FirstPause * Math.Pow(2, tries - 1) * (0.5 + (Random.Shared.NextDouble() / 2));
                Task.Delay(pause, _cancellationToken).GetAwaiter().GetResult();
            }
        }
    }

    private async Task FillAsync()
    {
        if (_body is null || _bodyPosition != _position)
        {
            CloseBody();
            var body = await _objects.OpenObjectAsync(_bucket, _key, _position, _etag, _cancellationToken);
            _length ??= body.Length;
            _etag ??= body.ETag;
            if (body.Length != _length || body.ETag != _etag)
            {
                body.Dispose();
                throw new FlowLogException(
                    "ObjectChanged", FlowErrorKind.ReadError, $"s3://{_bucket}/{_key} was replaced while it was read.", $"s3://{_bucket}/{_key}");
            }

            (_body, _bodyPosition) = (body, _position);
        }

        using var idle = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
        idle.CancelAfter(_limits.Idle);
        int read;
        try
        {
            read = await _body.Content.ReadAsync(_buffer.AsMemory(0, BufferSize), idle.Token);
        }
        catch (Exception e) when (idle.IsCancellationRequested && !_cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"nothing came for {_limits.Idle.TotalSeconds:0.#} s.", e);
        }

        if (read == 0)
            throw new EndOfStreamException($"the answer ended at byte {_position:N0} of {_length:N0}.");
        (_bufferStart, _bufferLength) = (_position, read);
        _bodyPosition += read;
    }

    // Where the endpoint cannot be reached from the first, it has been tried often enough.
    private bool IsPassing(Exception error) => error switch
    {
        FlowLogException { Kind: FlowErrorKind.Throttled or FlowErrorKind.ServiceError } => true,
        FlowLogException { Kind: FlowErrorKind.Connection } => _length is not null,
        _ => error is IOException,
    };

    private void CloseBody()
    {
        _body?.Dispose();
        _body = null;
    }
}
