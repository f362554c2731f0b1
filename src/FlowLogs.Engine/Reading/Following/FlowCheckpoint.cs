namespace FlowLogs.Reading.Following;

/// <summary>
/// Remembers in a file which events of a log are done, over any number of runs, however they end. An event is done when
/// the pipeline has handled its records. A process that is killed leaves the batch in flight with the number of those
/// that were done, so that at most the one it was at comes again.
/// </summary>
public sealed class FlowCheckpoint : IDisposable
{
    private readonly string _path;
    private readonly CheckpointFile _file;
    private readonly CheckpointLock _lock;
    private readonly Dictionary<string, string> _owner;
    private readonly List<EmittedEvent> _emitted = [];
    private long? _mark;
    private FollowedBatch? _batch;
    private int _done;
    private bool _disposed;

    private FlowCheckpoint(string path, CheckpointLock held, CheckpointOwner owner)
    {
        _path = path;
        _lock = held;
        _file = new CheckpointFile(path);
        _owner = owner.Members.ToDictionary();
    }

    /// <summary>Whether there was no file yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Where to begin, epoch milliseconds; null for the beginning of the log.</summary>
    public long? LowWaterMark => _mark;

    /// <summary>The events from there on that are done.</summary>
    internal IReadOnlyList<EmittedEvent> Emitted => _emitted;

    /// <summary>Opens a checkpoint, and makes its file if there is none.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="owner">What it is to belong to.</param>
    /// <param name="startTime">Where to begin if there is none yet, epoch milliseconds; null for the beginning of the log.</param>
    /// <exception cref="FlowLogException">
    /// <c>CheckpointInUse</c>: another run has it. <c>CheckpointInvalid</c>: the file is none.
    /// <c>CheckpointMismatch</c>: it belongs to something else. <c>CheckpointNotWritable</c>.
    /// </exception>
    public static FlowCheckpoint Open(string path, CheckpointOwner owner, long? startTime)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(owner);
        var held = Try(path, () => CheckpointLock.TryTake(path)) ?? throw InUse(path);
        var checkpoint = new FlowCheckpoint(path, held, owner);
        try
        {
            checkpoint.Load(startTime);
            checkpoint.Save();
            return checkpoint;
        }
        catch
        {
            checkpoint.Release();
            throw;
        }
    }

    /// <summary>Notes that a batch begins, and that the one before is done.</summary>
    /// <exception cref="FlowLogException"><c>CheckpointNotWritable</c>.</exception>
    public void Begin(FollowedBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        TakeOver();
        _batch = batch;
        if (batch.Events.Count > 0)
            Save();
    }

    /// <summary>Notes that the events before an index of the batch are done.</summary>
    /// <exception cref="FlowLogException"><c>CheckpointNotWritable</c>.</exception>
    public void Advance(int done)
    {
        _done = done;
        // Called for each record: no closure.
        try
        {
            _file.WriteDone(done);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(_path, e);
        }
    }

    /// <summary>Saves what is done, and lets others have the file.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        try
        {
            TakeOver();
            Save();
        }
        finally
        {
            Release();
        }
    }

    private void Release()
    {
        _disposed = true;
        _file.Dispose();
        _lock.Dispose();
    }

    private void Load(long? startTime)
    {
        CheckpointContent? content;
        try
        {
            content = Try(_path, _file.Read);
        }
        catch (FormatException e)
        {
            throw new FlowLogException(
                "CheckpointInvalid",
                FlowErrorKind.InvalidData,
                $"{_path} is no checkpoint: {e.Message}. Move it away to begin anew.",
                _path,
                e);
        }

        IsNew = content is null;
        _mark = content is null ? startTime : content.LowWaterMark;
        if (content is null)
            return;
        CheckOwner(content.Owner);
        _emitted.AddRange(content.Emitted.Concat(content.InFlight.Take(content.Done)));
    }

    private void CheckOwner(IReadOnlyDictionary<string, string> owner)
    {
        foreach (var name in owner.Keys.Union(_owner.Keys))
        {
            var (theirs, ours) = (owner.GetValueOrDefault(name), _owner.GetValueOrDefault(name));
            if (theirs == ours)
                continue;
            throw new FlowLogException(
                "CheckpointMismatch",
                FlowErrorKind.InvalidArgument,
                $"{_path} belongs to another reading: its {name} is {Name(theirs)}, and here it is {Name(ours)}. Use one file for each.",
                _path);
        }

        static string Name(string? value) => value is null ? "not given" : $"'{value}'";
    }

    // What is done of the batch joins what was done before. The mark moves only when all of it is.
    private void TakeOver()
    {
        if (_batch is not { } batch)
            return;
        _emitted.AddRange(Emit(batch).Take(_done));
        if (_done == batch.Events.Count && !(batch.LowWaterMark <= _mark) && batch.LowWaterMark is { } mark)
        {
            _mark = mark;
            _emitted.RemoveAll(e => e.Timestamp < mark);
        }

        _batch = null;
        _done = 0;
    }

    private void Save() => Try(_path, () =>
    {
        _file.Write(new CheckpointContent
        {
            ProcessId = _disposed ? null : Environment.ProcessId,
            Owner = _owner,
            LowWaterMark = _mark,
            Emitted = _emitted,
            InFlight = _batch is null ? [] : [.. Emit(_batch)],
            Done = _done,
        });
        return true;
    });

    private static IEnumerable<EmittedEvent> Emit(FollowedBatch batch) =>
        batch.Events.Select(static e => new EmittedEvent(e.Key, e.Timestamp, e.IsLive));

    private static T Try<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, e);
        }
    }

    private static FlowLogException NotWritable(string path, Exception e) => new(
        "CheckpointNotWritable",
        e is UnauthorizedAccessException ? FlowErrorKind.PermissionDenied : FlowErrorKind.WriteError,
        $"The checkpoint {path} cannot be read or written: {e.Message}",
        path,
        e);

    private static FlowLogException InUse(string path)
    {
        int? process = null;
        try
        {
            process = new CheckpointFile(path).Read()?.ProcessId;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            // Who has it is a help, and not what this is about.
        }

        return new FlowLogException(
            "CheckpointInUse",
            FlowErrorKind.InUse,
            $"Another run uses the checkpoint {path}{(process is null ? "" : $": the process {process}")}. Let it end, or use another file.",
            path);
    }
}
