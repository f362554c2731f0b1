using FlowLogs.Reading;

namespace FlowLogs.Tests.Objects;

/// <summary>A stream that ends, or throws, after so many bytes.</summary>
internal sealed class BreakingStream(Stream inner, int length, Type? error) : ForwardStream
{
    private int _left = length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0 && error is not null)
            throw (Exception)Activator.CreateInstance(error, "The connection was reset.")!;
        var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();
}

/// <summary>A stream from which nothing ever comes.</summary>
internal sealed class SilentStream : MemoryStream
{
    private readonly TaskCompletionSource _asked = new();

    /// <summary>Ends when somebody reads.</summary>
    public Task Asked => _asked.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _asked.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
