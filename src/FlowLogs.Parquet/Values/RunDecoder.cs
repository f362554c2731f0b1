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

    /// <summary>Passes over numbers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="counted">A number to count among them; less than 0 for none.</param>
    /// <returns>How many of them were that number.</returns>
    public long Skip(long count, int counted = -1)
    {
        long found = 0;
        while (count > 0)
        {
            while (_left == 0)
                BeginRun();
            if (_isPacked && counted >= 0)
            {
                found += Next() == counted ? 1 : 0;
                count--;
                continue;
            }

            var part = Math.Min(count, _left);
            found += _value == counted ? part : 0;
            _bit += part * _width;
            _left -= part;
            count -= part;
        }

        return found;
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
