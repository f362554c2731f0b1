namespace FlowLogs.Reading;

/// <summary>Reads flow logs from files.</summary>
public static class FlowFileReader
{
    /// <summary>
    /// Reads files, as many at the same time as there are processors, in batches in the order of the files. A file that
    /// cannot be read, or not to its end, is a problem among the items, and the next one goes on.
    /// </summary>
    /// <param name="paths">Paths of files and folders; of a folder, the files that are not hidden, by name.</param>
    /// <param name="options">What is wanted of them.</param>
    /// <param name="cancellationToken">Ends the reading between two blocks of a file, whether they give records or not.</param>
    public static IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadAsync(
        IEnumerable<string> paths,
        FlowReadOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        return ConcurrentSourceReader.ReadAsync(FindAsync(), options, Environment.ProcessorCount, cancellationToken);

        async IAsyncEnumerable<FlowSource> FindAsync()
        {
            await Task.CompletedTask;
            using var found = paths.SelectMany(path => FlowFolder.Expand(path, options.Recurse)).GetEnumerator();
            var isFirst = true;
            for (var more = found.MoveNext(); more; isFirst = false)
            {
                var (path, problem) = found.Current;
                more = found.MoveNext();
                yield return problem is null ? new FileSource(path, isOnly: isFirst && !more) : new MissingSource(path, problem);
            }
        }
    }
}
