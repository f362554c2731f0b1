using System.Buffers.Text;

namespace FlowLogs.Filtering.Values;

/// <summary>
/// A decimal number of any size, exact, as a view of the text it is written in:
/// <c>0.DIGITS * 10^<see cref="Magnitude"/></c>. Compares without computing or allocating anything.
/// </summary>
internal readonly ref struct DecimalValue
{
    // Far beyond every exponent that fits the text of a message, and far from overflowing.
    private const long ExponentLimit = 1_000_000_000_000;

    private DecimalValue(ReadOnlySpan<byte> digits, long magnitude, bool isNegative)
    {
        Digits = digits;
        Magnitude = magnitude;
        IsNegative = isNegative;
    }

    /// <summary>The digits from the first to the last that is not 0, perhaps with a point among them.</summary>
    public ReadOnlySpan<byte> Digits { get; }

    public long Magnitude { get; }

    public bool IsNegative { get; }

    private int Sign => Digits.IsEmpty ? 0 : IsNegative ? -1 : 1;

    /// <summary>
    /// Reads <c>[+|-] digits [. digits] [e [+|-] digits]</c>, where the digits on one side of the point may be missing.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DecimalValue value)
    {
        value = default;
        var isNegative = !text.IsEmpty && text[0] == '-';
        if (isNegative || (!text.IsEmpty && text[0] == '+'))
            text = text[1..];

        var point = -1;
        var first = -1;
        var last = -1;
        var end = 0;
        for (; end < text.Length; end++)
        {
            var c = text[end];
            if (c == '.' && point < 0)
            {
                point = end;
            }
            else if (!char.IsAsciiDigit((char)c))
            {
                break;
            }
            else if (c != '0')
            {
                last = end;
                if (first < 0)
                    first = end;
            }
        }
        if (end == 0 || (end == 1 && point == 0))
            return false;
        if (!TryReadExponent(text[end..], out var exponent))
            return false;
        if (first < 0)
            return true;

        if (point < 0)
            point = end;
        var magnitude = point > first ? point - first : point - first + 1;
        value = new DecimalValue(text[first..(last + 1)], magnitude + exponent, isNegative);
        return true;
    }

    /// <summary>Below 0 if this is smaller than the other, 0 if they are equal.</summary>
    public int CompareTo(DecimalValue other)
    {
        var sign = Sign;
        if (sign != other.Sign || sign == 0)
            return sign.CompareTo(other.Sign);
        var order = Magnitude != other.Magnitude
            ? Magnitude.CompareTo(other.Magnitude)
            : CompareDigits(Digits, other.Digits);
        return order * sign;
    }

    private static int CompareDigits(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int i = 0, j = 0;
        while (true)
        {
            if (i < left.Length && left[i] == '.')
                i++;
            if (j < right.Length && right[j] == '.')
                j++;
            if (i == left.Length || j == right.Length)
                return (left.Length - i).CompareTo(right.Length - j);
            if (left[i] != right[j])
                return left[i].CompareTo(right[j]);
            i++;
            j++;
        }
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out long exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
            return true;
        if (text[0] is not ((byte)'e' or (byte)'E') || text.Length < 2)
            return false;
        text = text[1..];
        if (text[0] == '+')
        {
            text = text[1..];
            if (text.IsEmpty || !char.IsAsciiDigit((char)text[0]))
                return false;
        }
        if (Utf8Parser.TryParse(text, out exponent, out var used))
        {
            exponent = Math.Clamp(exponent, -ExponentLimit, ExponentLimit);
            return used == text.Length;
        }
        // More than 64 bits, or no number at all.
        var isNegative = text[0] == '-';
        exponent = isNegative ? -ExponentLimit : ExponentLimit;
        if (isNegative)
            text = text[1..];
        return !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
