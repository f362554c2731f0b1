namespace FlowLogs.Parquet.Values;

/// <summary>Texts without gaps behind all their lengths (Encodings.md, "Delta-length byte array").</summary>
internal sealed class DeltaTextDecoder : ValueDecoder
{
    private readonly DeltaNumbers _lengths;
    private PageBytes _bytes;

    public DeltaTextDecoder(PageBytes bytes)
    {
        _lengths = new DeltaNumbers(bytes);
        _bytes = _lengths.FindRest();
    }

    public override ReadOnlySpan<byte> Next() => _bytes.Take(_lengths.Next());
}
