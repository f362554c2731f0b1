namespace FlowLogs.Parquet.Values;

/// <summary>
/// Numbers as differences to the one before, in blocks of miniblocks, each with a width of its own (Encodings.md, "Delta
/// encoding").
/// </summary>
internal sealed class DeltaNumbers
{
    private const int MaxBlockLength = 1 << 20;

    private readonly int _miniblocks;
    private readonly int _miniblockLength;
    private PageBytes _bytes;
    private PageBytes _widths;
    private PageBytes _packed;
    private long _left;
    private long _value;
    private long _minDelta;
    private int _width;
    private int _leftInMiniblock;
    private long _bit;
    private bool _isFirst = true;

    public DeltaNumbers(PageBytes bytes)
    {
        _bytes = bytes;
        var blockLength = _bytes.TakeVarint();
        var miniblocks = _bytes.TakeVarint();
        if (blockLength is 0 or > MaxBlockLength || miniblocks == 0 || miniblocks > blockLength || blockLength % (miniblocks * 8) != 0)
            throw new InvalidDataException("a page has blocks of an impossible size.");
        _miniblocks = (int)miniblocks;
        _miniblockLength = (int)(blockLength / miniblocks);
        _left = (long)Math.Min(_bytes.TakeVarint(), int.MaxValue);
        _value = TakeSigned();
    }

    /// <summary>The next number. Sums beyond 64 bits begin anew, as their writers' did.</summary>
    public long Next()
    {
        if (_left-- <= 0)
            throw PageBytes.BreaksOff();
        if (_isFirst)
        {
            _isFirst = false;
            return _value;
        }

        if (_leftInMiniblock == 0)
            BeginMiniblock();
        _leftInMiniblock--;
        _value = unchecked(_value + _minDelta + (long)PackedBits.Read(_packed.Rest, _bit, _width));
        _bit += _width;
        return _value;
    }

    /// <summary>What follows the numbers. To be called before the first is taken.</summary>
    public PageBytes FindRest()
    {
        var rest = new DeltaNumbers(this);
        for (var left = _left - 1; left > 0; left -= _miniblockLength)
            rest.BeginMiniblock();
        return rest._bytes;
    }

    private DeltaNumbers(DeltaNumbers other)
    {
        _miniblocks = other._miniblocks;
        _miniblockLength = other._miniblockLength;
        _bytes = other._bytes;
    }

    private void BeginMiniblock()
    {
        if (_widths.Length == 0)
        {
            _minDelta = TakeSigned();
            _widths = _bytes.TakeBytes(_miniblocks);
        }

        _width = _widths.Take(1)[0];
        if (_width > 64)
            throw new InvalidDataException("a page has numbers of more than 64 bits.");
        _packed = _bytes.TakeBytes((long)_miniblockLength * _width / 8);
        _bit = 0;
        _leftInMiniblock = _miniblockLength;
    }

    private long TakeSigned()
    {
        var value = _bytes.TakeVarint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
