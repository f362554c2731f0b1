namespace FlowLogs.Reading;

/// <summary>Reads one source from its beginning to its end.</summary>
internal static class SourceReader
{
    /// <summary>
    /// Reads a source in batches. If it cannot be read, or not to its end, that is a problem among the items.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="options">What is wanted of it.</param>
    /// <param name="cancellationToken">Ends the reading between two blocks, whether they give records or not.</param>
    public static IEnumerable<IReadOnlyList<ReadItem>> Read(FlowSource source, FlowReadOptions options, CancellationToken cancellationToken)
    {
        var items = new List<ReadItem>();
        Stream? stream = null;
        try
        {
            stream = SourceContents.Open(source);
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
        var reader = new LineReader(source.Name, options);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlyMemory<byte> block = default;
            items = [];
            try
            {
                block = blocks.Read(reader.IsInObject);
            }
            catch (Exception e) when (SourceContents.IsOfReading(e))
            {
                items.Add(new ReadItem(SourceContents.Describe(source, e)));
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
