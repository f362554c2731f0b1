namespace FlowLogs.Parquet.Values;

/// <summary>
/// Small numbers as runs: one number that is repeated, or several without gaps (Encodings.md, "Run Length Encoding /
/// Bit-Packing Hybrid"). A run of any length takes no memory.
/// </summary>
internal sealed class RunDecoder
{
    private const int MaxWidth = 32;

    private readonly int _width;
    private PageBytes _bytes;
    private PageBytes _packed;
    private bool _isPacked;
    private int _value;
    private long _left;
    private long _bit;

    public RunDecoder(PageBytes bytes, int width)
    {
        if (width is < 0 or > MaxWidth)
            throw new InvalidDataException("a page has numbers of more than 32 bits.");
        _bytes = bytes;
        _width = width;

        // Numbers without bits are all zero, and some writers then write no runs.
        _left = width == 0 ? long.MaxValue : 0;
    }

    public int Next()
    {
        while (_left == 0)
            BeginRun();
        _left--;
        if (!_isPacked)
            return _value;
        var value = (int)PackedBits.Read(_packed.Rest, _bit, _width);
        _bit += _width;
        return value;
    }

    private void BeginRun()
    {
        var header = _bytes.TakeVarint();
        var count = (long)Math.Min(header >> 1, int.MaxValue);
        _isPacked = (header & 1) != 0;
        if (_isPacked)
        {
            // Groups of eight. Some writers leave out what the last group has too many.
            _packed = _bytes.TakeBytes(Math.Min(count * _width, _bytes.Length));
            _bit = 0;
            _left = Math.Min(count * 8, _packed.Length * 8L / _width);
            return;
        }

        _value = 0;
        var bytes = _bytes.Take((_width + 7) / 8);
        for (var i = 0; i < bytes.Length; i++)
            _value |= bytes[i] << (8 * i);
        _left = count;
    }
}
