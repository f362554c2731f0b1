using System.Buffers;

namespace FlowLogs.Reading;

/// <summary>
/// Buffers that files are read into. The pool that all share keeps one array for each thread, which another thread does not
/// find; a file is read by any thread of the pool, and ended by any other.
/// </summary>
internal static class ReadBuffers
{
    private const int MaxLength = 512 * 1024;

    /// <summary>The pool. It keeps as many arrays as all processors use at a time.</summary>
    public static ArrayPool<byte> Pool { get; } = ArrayPool<byte>.Create(MaxLength, 2 * Environment.ProcessorCount);
}
