namespace FlowLogs.Reading;

/// <summary>Reads one source from its beginning to its end.</summary>
internal static class SourceReader
{
    /// <summary>
    /// Reads a source in batches. If it cannot be read, or not to its end, that is a problem among the items.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="options">What is wanted of it.</param>
    /// <param name="cancellationToken">Ends the reading between two parts, whether they give records or not.</param>
    public static IEnumerable<IReadOnlyList<ReadItem>> Read(FlowSource source, FlowReadOptions options, CancellationToken cancellationToken)
    {
        SourceBatches? contents = null;
        FlowLogException? problem = null;
        try
        {
            contents = SourceContents.Open(source, options);
        }
        catch (FlowLogException e)
        {
            problem = e;
        }

        if (contents is null)
        {
            yield return [new ReadItem(problem!)];
            yield break;
        }

        using var owned = contents;
        for (var more = true; more;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var items = new List<ReadItem>();
            try
            {
                more = contents.Read(items);
            }
            catch (Exception e) when (SourceContents.IsOfReading(e))
            {
                items.Add(new ReadItem(SourceContents.Describe(source, e)));
                more = false;
            }

            if (!more)
                contents.Finish(items);
            if (items.Count > 0)
                yield return items;
        }
    }
}
