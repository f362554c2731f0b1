using FlowLogs.Reading;

namespace FlowLogs.Parquet.Values;

/// <summary>
/// Texts of which each says how much of the one before it begins with (Encodings.md, "Delta strings"). A few bytes can
/// repeat a long text for ever, so what comes out is counted.
/// </summary>
internal sealed class DeltaPrefixDecoder : ValueDecoder
{
    private readonly DeltaNumbers _prefixes;
    private readonly DeltaTextDecoder _suffixes;
    private readonly InflationBudget _budget;
    private byte[] _text = new byte[64];
    private int _length;

    public DeltaPrefixDecoder(PageBytes bytes, InflationBudget budget)
    {
        _prefixes = new DeltaNumbers(bytes);
        _suffixes = new DeltaTextDecoder(_prefixes.FindRest());
        _budget = budget;
    }

    public override ReadOnlySpan<byte> Next()
    {
        var prefix = _prefixes.Next();
        if (prefix < 0 || prefix > _length)
            throw new InvalidDataException("a text begins with more than there is.");
        var suffix = _suffixes.Next();
        _length = (int)prefix + suffix.Length;
        _budget.Add(_length);
        if (_text.Length < _length)
            Array.Resize(ref _text, Math.Max(_length, Math.Min(_text.Length * 2, Array.MaxLength)));
        suffix.CopyTo(_text.AsSpan((int)prefix));
        return _text.AsSpan(0, _length);
    }
}
