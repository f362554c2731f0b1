namespace FlowLogs.Reading;

/// <summary>A file, or an object in a bucket: something with a name that has flow logs as bytes.</summary>
public abstract class FlowSource
{
    /// <summary>Its name, for messages and as the target of errors.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it is read before a thread of its own would have begun.</summary>
    public virtual bool IsSmall => false;

    /// <summary>
    /// Whether it is to be inflated on a thread of its own. Where there are others to be read, a processor that inflates
    /// what it looks at afterwards does more.
    /// </summary>
    public virtual bool ReadsAhead => false;

    /// <summary>
    /// Opens it at its beginning. The stream seeks wherever that is possible: that gzip is whole is told by its end, and
    /// Parquet is read from its end.
    /// </summary>
    /// <exception cref="Exception">Whatever <see cref="Describe"/> knows.</exception>
    public abstract Stream Open();

    /// <summary>What an exception of opening or reading it means.</summary>
    public abstract FlowLogException Describe(Exception error);
}
