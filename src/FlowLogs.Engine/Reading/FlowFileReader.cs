using System.Runtime.CompilerServices;

namespace FlowLogs.Reading;

/// <summary>Reads flow logs from files.</summary>
public static class FlowFileReader
{
    /// <summary>
    /// Reads files one after another, in batches. A file that cannot be read, or not to its end, is a problem among the
    /// items, and the next one goes on.
    /// </summary>
    /// <param name="paths">Paths of files and folders; of a folder, the files that are not hidden, by name.</param>
    /// <param name="options">What is wanted of them.</param>
    /// <param name="cancellationToken">Ends the reading between two blocks of a file, whether they give records or not.</param>
    public static async IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadAsync(
        IEnumerable<string> paths,
        FlowReadOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);

        // Reading is synchronous: files answer at once, and a thread that waits for one costs less than a state machine
        // for every block. The caller runs it beside the pipeline's thread.
        await Task.CompletedTask;
        foreach (var (path, problem) in paths.SelectMany(path => FlowFolder.Expand(path, options.Recurse)))
        {
            var batches = problem is null
                ? SourceReader.Read(new FileSource(path), options, cancellationToken)
                : [[new ReadItem(problem)]];
            foreach (var batch in batches)
                yield return batch;
        }
    }
}
