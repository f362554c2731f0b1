using Microsoft.Win32.SafeHandles;

namespace FlowLogs.Reading.Following;

/// <summary>The file of a checkpoint. It is replaced as a whole, but for the counter in it, which is overwritten.</summary>
internal sealed class CheckpointFile(string path) : IDisposable
{
    private readonly byte[] _counter = CheckpointText.NewCounter();
    private SafeFileHandle? _handle;
    private long _place;

    /// <summary>Reads the file; null if there is none.</summary>
    /// <exception cref="FormatException">It is no checkpoint.</exception>
    public CheckpointContent? Read()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var text = new byte[stream.Length];
            stream.ReadExactly(text);
            return CheckpointText.Read(text);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file. Whatever happens in between, there is the old one or the new one.</summary>
    public void Write(CheckpointContent content)
    {
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            _place = CheckpointText.Write(stream, content);
            stream.Flush(flushToDisk: true);
        }

        _handle?.Dispose();
        _handle = null;
        File.Move(temporary, path, overwrite: true);
        if (content.InFlight.Count > 0)
            _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>Overwrites how many events of the batch in flight are done: one small write, which a killed process has made or not.</summary>
    public void WriteDone(int done)
    {
        CheckpointText.FormatCounter(done, _counter);
        RandomAccess.Write(_handle!, _counter, _place);
    }

    public void Dispose() => _handle?.Dispose();
}
