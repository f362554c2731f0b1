namespace FlowLogs.Parquet.Values;

/// <summary>Gives the values of a page one after another, each in the bytes that it would have without any encoding.</summary>
internal abstract class ValueDecoder
{
    /// <summary>The next value; valid until the next call.</summary>
    /// <exception cref="InvalidDataException">There is no other, or it is broken.</exception>
    public abstract ReadOnlySpan<byte> Next();

    /// <summary>Passes over values.</summary>
    public virtual void Skip(long count)
    {
        for (; count > 0; count--)
            Next();
    }
}
