namespace FlowLogs.Parquet.Values;

/// <summary>Values as they are, of a fixed length.</summary>
internal sealed class PlainDecoder(PageBytes bytes, int width) : ValueDecoder
{
    private PageBytes _bytes = bytes;

    public override ReadOnlySpan<byte> Next() => _bytes.Take(width);

    public override void Skip(long count) => _bytes.Take(count * width);
}
