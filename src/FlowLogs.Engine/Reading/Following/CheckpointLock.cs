namespace FlowLogs.Reading.Following;

/// <summary>
/// Keeps a second run away from a checkpoint. The lock is the system's, so that it goes with the process, however that
/// ends. It is on a file of its own, because the checkpoint is replaced whenever it is written; that file is left where it
/// is, because a lock on a file that somebody removes is none.
/// </summary>
internal sealed class CheckpointLock : IDisposable
{
    private readonly FileStream _file;

    private CheckpointLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null if somebody has it.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static CheckpointLock? TryTake(string path)
    {
        var file = path + ".lock";
        try
        {
            return new CheckpointLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(file))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
