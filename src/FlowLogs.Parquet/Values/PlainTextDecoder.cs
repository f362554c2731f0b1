namespace FlowLogs.Parquet.Values;

/// <summary>Values as they are, each behind its length.</summary>
internal sealed class PlainTextDecoder(PageBytes bytes) : ValueDecoder
{
    private PageBytes _bytes = bytes;

    public override ReadOnlySpan<byte> Next() => _bytes.Take(_bytes.TakeInt32());
}
