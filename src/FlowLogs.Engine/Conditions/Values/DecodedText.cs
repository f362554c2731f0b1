using System.Buffers;
using System.Text;

namespace FlowLogs.Conditions.Values;

/// <summary>A field's text as characters, in a borrowed buffer that is given back in the end.</summary>
internal readonly ref struct DecodedText
{
    private readonly char[] _rented;
    private readonly int _length;

    public DecodedText(ReadOnlySpan<byte> field)
    {
        _rented = ArrayPool<char>.Shared.Rent(field.Length);
        _length = Encoding.UTF8.GetChars(field, _rented);
    }

    public ReadOnlySpan<char> Chars => _rented.AsSpan(0, _length);

    public void Dispose() => ArrayPool<char>.Shared.Return(_rented);
}
