namespace FlowLogs.Parquet.Values;

/// <summary>True and false, as runs or as single bits.</summary>
internal sealed class BooleanDecoder : ValueDecoder
{
    private readonly byte[] _value = new byte[1];
    private readonly RunDecoder? _runs;
    private readonly PageBytes _bytes;
    private long _bit;

    public BooleanDecoder(PageBytes bytes, bool isRuns)
    {
        _bytes = bytes;
        if (isRuns)
            _runs = new RunDecoder(bytes.TakeBytes(bytes.TakeInt32()), width: 1);
    }

    public override ReadOnlySpan<byte> Next()
    {
        if (_runs is null && _bit >= _bytes.Length * 8L)
            throw PageBytes.BreaksOff();
        _value[0] = (byte)(_runs?.Next() ?? (int)PackedBits.Read(_bytes.Rest, _bit++, 1));
        return _value;
    }
}
