using System.Globalization;
using System.Text;

namespace FlowLogs.Filtering.Values;

/// <summary>An unquoted number in a pattern: never rounded, and compared exactly.</summary>
internal sealed class PatternNumber
{
    // Every integer of so many digits fits 64 bits.
    private const int SafeDigits = 18;

    private readonly byte[] _utf8;

    private PatternNumber(string text, double rounded)
    {
        Text = text;
        Rounded = rounded;
        _utf8 = Encoding.UTF8.GetBytes(text);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            Integer = integer;
    }

    /// <summary>The number as it is written.</summary>
    public string Text { get; }

    /// <summary>Its value, if it is written as an integer and fits 64 bits.</summary>
    public long? Integer { get; }

    /// <summary>The double that is nearest to it, perhaps an infinite one.</summary>
    public double Rounded { get; }

    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>A number, or null if the service cannot hold it: its exponent and scale have 32 bits.</summary>
    public static PatternNumber? TryParse(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rounded))
            return null;
        var number = new PatternNumber(text, rounded);
        if (!DecimalValue.TryParse(number._utf8, out _))
            return null;
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var exponent = 0;
        if (mark >= 0 && !TryParseInteger(text.AsSpan(mark + 1), out exponent))
            return null;
        var scale = (long)(point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        return scale is >= int.MinValue and <= int.MaxValue ? number : null;
    }

    /// <summary>How a number in a message compares with this: below 0 if it is smaller; null if it is none.</summary>
    public int? Compare(ReadOnlySpan<byte> text)
    {
        if (Integer is { } integer && TryReadDigits(text, out var value))
            return value.CompareTo(integer);
        if (!DecimalValue.TryParse(text, out var left))
            return null;
        return DecimalValue.TryParse(_utf8, out var right) ? left.CompareTo(right) : null;
    }

    // Nearly all numbers in messages: nothing but digits, and not too many of them.
    private static bool TryReadDigits(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > SafeDigits)
            return false;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
                return false;
            value = (value * 10) + digit;
        }
        return true;
    }

    private static bool TryParseInteger(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
