using System.Runtime.ExceptionServices;
using FlowLogs.Records;
using Microsoft.Win32.SafeHandles;

namespace FlowLogs.Reading;

/// <summary>
/// Cuts a file into chunks, has them read by all processors, and gives them in their order. A few are read ahead, so that
/// the memory is bounded. Who asks for a chunk that is not there reads one, too, and helpers end rather than wait: so no
/// thread of the pool is ever blocked, and threads seldom wake each other.
/// </summary>
internal sealed class FileChunks : IDisposable
{
    private readonly object _lock = new();
    private readonly SafeFileHandle _file;
    private readonly string _source;
    private readonly FlowReadOptions _options;
    private readonly long _start;
    private readonly long _end;
    private readonly long _count;
    private readonly int _maxHelpers = Environment.ProcessorCount - 1;

    // Chunks from the next one to give on, by their number: what has been read, or why it cannot be.
    private readonly (Chunk? Chunk, Exception? Error)[] _ready = new (Chunk?, Exception?)[4 * Environment.ProcessorCount];
    private readonly Stack<ChunkScanner> _scanners = new();
    private readonly Stack<Chunk> _chunks = new();
    private long _claimed;
    private long _given;
    private int _helpers;
    private Chunk? _last;
    private bool _isStopped;

    public FileChunks(SafeFileHandle file, string source, FlowReadOptions options, FlowLogFormat format, long start, long end)
    {
        _file = file;
        _source = source;
        _options = options;
        Format = format;
        _start = start;
        _end = end;
        _count = (end - start + options.ChunkLength - 1) / options.ChunkLength;
    }

    /// <summary>The format that their lines are taken for.</summary>
    public FlowLogFormat Format { get; }

    /// <summary>Whether the last chunk was given.</summary>
    public bool IsAtEnd => _given == _count;

    /// <summary>The next chunk, valid until the one after it is asked for; null behind the last one.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Chunk? Next()
    {
        lock (_lock)
        {
            if (_last is not null)
            {
                _last.Clear();
                _chunks.Push(_last);
                _last = null;
            }

            if (_given == _count)
                return null;
            StartHelpers();
            ref var ready = ref _ready[_given % _ready.Length];
            while (ready is (null, null))
            {
                if (!TryReadOne())
                    Monitor.Wait(_lock);
            }

            var (chunk, error) = ready;
            ready = default;
            _given++;
            _last = chunk;
            if (error is not null)
                ExceptionDispatchInfo.Throw(error);
            return chunk;
        }
    }

    /// <summary>Waits for what has been started, and forgets it.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isStopped = true;
            while (_helpers > 0)
                Monitor.Wait(_lock);
            while (_scanners.TryPop(out var scanner))
                scanner.Release();
        }
    }

    // One more helper at a time: who comes here again finds whether there is still more to do than readers.
    private void StartHelpers()
    {
        if (_helpers == _maxHelpers || !CanClaim)
            return;
        _helpers++;
        ThreadPool.UnsafeQueueUserWorkItem(static chunks => chunks.Help(), this, preferLocal: false);
    }

    private bool CanClaim => !_isStopped && _claimed < _count && _claimed < _given + _ready.Length;

    private void Help()
    {
        lock (_lock)
        {
            StartHelpers();
            while (TryReadOne())
            {
            }

            _helpers--;
            Monitor.PulseAll(_lock);
        }
    }

    // Reads a chunk, outside the lock. False if there is none to be read.
    private bool TryReadOne()
    {
        if (!CanClaim)
            return false;
        var number = _claimed++;
        if (!_scanners.TryPop(out var scanner))
            scanner = new ChunkScanner(_file, _source, _options, Format);
        if (!_chunks.TryPop(out var chunk))
            chunk = new Chunk();
        Exception? problem = null;
        Monitor.Exit(_lock);
        try
        {
            var from = _start + (number * _options.ChunkLength);
            scanner.Read(from, Math.Min(from + _options.ChunkLength, _end), chunk);
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again where the chunk is asked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            problem = e;
        }
        finally
        {
            Monitor.Enter(_lock);
        }

        _scanners.Push(scanner);
        _ready[number % _ready.Length] = problem is null ? (chunk, null) : (null, problem);
        if (number == _given)
            Monitor.PulseAll(_lock);
        return true;
    }
}
