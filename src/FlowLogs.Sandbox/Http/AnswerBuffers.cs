using System.Buffers;
using System.Collections.Concurrent;

namespace FlowLogs.Sandbox.Http;

/// <summary>Buffers for answers, used again and again: a full page is more than a megabyte.</summary>
internal sealed class AnswerBuffers
{
    private const int MaxKept = 8;
    private const int MaxKeptCapacity = 8 * 1024 * 1024;

    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _kept = [];

    public ArrayBufferWriter<byte> Take() => _kept.TryTake(out var buffer) ? buffer : new(4096);

    public void GiveBack(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        if (buffer.Capacity <= MaxKeptCapacity && _kept.Count < MaxKept)
            _kept.Add(buffer);
    }
}
