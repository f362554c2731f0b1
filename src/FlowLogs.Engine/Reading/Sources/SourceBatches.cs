namespace FlowLogs.Reading;

/// <summary>The contents of one source, as it is read part by part.</summary>
internal abstract class SourceBatches : IDisposable
{
    /// <summary>Reads the next part.</summary>
    /// <param name="items">Takes the records and problems; there may be none.</param>
    /// <returns>Whether there may be more.</returns>
    /// <exception cref="Exception">What <see cref="SourceContents.IsOfReading"/> knows: nothing more can be read.</exception>
    public abstract bool Read(List<ReadItem> items);

    /// <summary>At the end, or when nothing more can be read.</summary>
    /// <param name="items">Takes what there is still to report.</param>
    public abstract void Finish(ICollection<ReadItem> items);

    public abstract void Dispose();
}
