namespace FlowLogs.Parquet.Values;

/// <summary>Values whose first bytes stand together, then their second ones, and so on (Encodings.md, "Byte stream split").</summary>
internal sealed class SplitDecoder(PageBytes bytes, int width) : ValueDecoder
{
    private readonly byte[] _value = new byte[width];
    private readonly int _count = bytes.Length / width;
    private int _index;

    public override ReadOnlySpan<byte> Next()
    {
        if (_index >= _count)
            throw PageBytes.BreaksOff();
        var all = bytes.Rest;
        for (var i = 0; i < width; i++)
            _value[i] = all[(i * _count) + _index];
        _index++;
        return _value;
    }
}
