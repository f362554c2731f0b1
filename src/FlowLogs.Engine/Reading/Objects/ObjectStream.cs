using FlowLogs.Cloud;

namespace FlowLogs.Reading.Objects;

/// <summary>
/// An object's bytes. Reading from beginning to end is one GET, and keeps one block. A reader that goes to and fro, as that
/// of Parquet does from column to column, gets another GET where it jumps, but not for what it has read already, so that a
/// file of up to <see cref="MaxBlocks"/> blocks comes once; nor for a short way on, which is read over. Where a connection
/// breaks off or falls silent, another goes on at the byte that was reached, of the same state of the object.
/// </summary>
internal sealed class ObjectStream : Stream
{
    private const int BlockSize = 512 * 1024;

    // 32 MiB. Each of the 54 columns that a flow log may have needs one.
    private const int MaxBlocks = 64;

    // Whoever begins so near the end goes back from there: Parquet's description of itself ends with its length.
    private const int TailLength = 128 * 1024;

    private readonly ICloudObjects _objects;
    private readonly string _bucket;
    private readonly string _key;
    private readonly ObjectReadLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly ObjectBlocks _blocks = new(BlockSize, MaxBlocks);
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
        var known = _blocks.At(_position);
        while (known.IsEmpty)
        {
            Fill();
            known = _blocks.At(_position);
        }

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
        if (disposing)
        {
            CloseBody();
            _blocks.Dispose();
        }

        base.Dispose(disposing);
    }

    // Gets bytes at the position or on the way to it, one at least. The thread waits: those who read are synchronous.
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
        _blocks.KeepsMany |= _position != _bodyPosition;
        if (_position < _bodyPosition || _position > _bodyPosition + BlockSize)
        {
            CloseBody();
            _bodyPosition = Math.Max(0, Math.Min(_position, Length - TailLength));
        }

        if (_body is null)
        {
            var body = await _objects.OpenObjectAsync(_bucket, _key, _bodyPosition, _etag, _cancellationToken);
            _length ??= body.Length;
            _etag ??= body.ETag;
            if (body.Length != _length || body.ETag != _etag)
            {
                body.Dispose();
                throw new FlowLogException(
                    "ObjectChanged", FlowErrorKind.ReadError, $"s3://{_bucket}/{_key} was replaced while it was read.", $"s3://{_bucket}/{_key}");
            }

            _body = body;
        }

        using var idle = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
        idle.CancelAfter(_limits.Idle);
        int read;
        try
        {
            read = await _body.Content.ReadAsync(_blocks.RoomFor(_bodyPosition), idle.Token);
        }
        catch (Exception e) when (idle.IsCancellationRequested && !_cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"nothing came for {_limits.Idle.TotalSeconds:0.#} s.", e);
        }

        if (read == 0)
            throw new EndOfStreamException($"the answer ended at byte {_bodyPosition:N0} of {_length:N0}.");
        _blocks.Add(read);
        _bodyPosition += read;
    }

    // Where the endpoint cannot be reached from the first, it has been tried often enough.
    private bool IsPassing(Exception error) => error switch
    {
        FlowLogException { Kind: FlowErrorKind.Throttled or FlowErrorKind.Unavailable } => true,
        FlowLogException { Kind: FlowErrorKind.Connection } => _length is not null,
        _ => error is IOException,
    };

    private void CloseBody()
    {
        _body?.Dispose();
        _body = null;
    }
}
