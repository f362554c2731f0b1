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
        // One part has about as many records as the next.
        var expected = 0;
        for (var more = true; more;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var items = new List<ReadItem>(expected);
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
            expected = items.Count + (items.Count / 8);
            if (items.Count > 0)
                yield return items;
        }
    }
}
