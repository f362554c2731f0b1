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
            foreach (var batch in problem is null ? ReadFile(path, options, cancellationToken) : [[new ReadItem(problem)]])
                yield return batch;
        }
    }

    private static IEnumerable<IReadOnlyList<ReadItem>> ReadFile(string path, FlowReadOptions options, CancellationToken cancellationToken)
    {
        var items = new List<ReadItem>();
        Stream? stream = null;
        try
        {
            stream = FlowFile.Open(path);
        }
        catch (FlowLogException e)
        {
            items.Add(new ReadItem(e));
        }

        if (stream is null)
        {
            yield return items;
            yield break;
        }

        using var owned = stream;
        using var blocks = new LineBlockReader(stream);
        var reader = new LineReader(path, options);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlyMemory<byte> block = default;
            items = [];
            try
            {
                block = blocks.Read(reader.IsInObject);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                items.Add(new ReadItem(FlowFile.Describe(path, e)));
            }

            if (block.IsEmpty)
            {
                reader.Finish(items);
                if (items.Count > 0)
                    yield return items;
                yield break;
            }

            reader.ReadPart(block.Span, items);
            if (items.Count > 0)
                yield return items;
        }
    }
}
