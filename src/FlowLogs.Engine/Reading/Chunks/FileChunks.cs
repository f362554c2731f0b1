using System.Collections.Concurrent;
using FlowLogs.Records;
using Microsoft.Win32.SafeHandles;

namespace FlowLogs.Reading;

/// <summary>
/// Cuts a file into chunks, has them read by all processors, and gives them in their order. A few are read ahead, so that
/// the memory is bounded.
/// </summary>
internal sealed class FileChunks(SafeFileHandle file, string source, FlowReadOptions options, FlowLogFormat format, long start, long end) : IDisposable
{
    private readonly Queue<Task<Chunk>> _started = new();
    private readonly ConcurrentBag<ChunkScanner> _free = [];
    private readonly ConcurrentBag<Chunk> _empty = [];
    private readonly int _ahead = Environment.ProcessorCount;
    private long _next = start;
    private Chunk? _given;
    private bool _isStopped;

    /// <summary>The format that their lines are taken for.</summary>
    public FlowLogFormat Format => format;

    /// <summary>Whether the last chunk was given.</summary>
    public bool IsAtEnd => _next >= end && _started.Count == 0;

    /// <summary>The next chunk, valid until the one after it is asked for; null behind the last one.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Chunk? Next()
    {
        if (_given is { } given)
        {
            given.Clear();
            _empty.Add(given);
        }

        while (_next < end && _started.Count < _ahead)
        {
            var (from, to) = (_next, Math.Min(_next + options.ChunkLength, end));
            _started.Enqueue(Task.Run(() => Read(from, to)));
            _next = to;
        }

        return _given = _started.TryDequeue(out var chunk) ? chunk.GetAwaiter().GetResult() : null;
    }

    /// <summary>Waits for what has been started, and forgets it.</summary>
    public void Dispose()
    {
        Volatile.Write(ref _isStopped, true);
        Task.WhenAll(_started).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        _started.Clear();
        foreach (var scanner in _free)
            scanner.Release();
        _free.Clear();
    }

    private Chunk Read(long from, long to)
    {
        if (!_empty.TryTake(out var chunk))
            chunk = new Chunk();
        if (Volatile.Read(ref _isStopped))
            return chunk;
        if (!_free.TryTake(out var scanner))
            scanner = new ChunkScanner(file, source, options, format);
        scanner.Read(from, to, chunk);
        _free.Add(scanner);
        return chunk;
    }
}
