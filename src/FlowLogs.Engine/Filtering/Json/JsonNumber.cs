using System.Globalization;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Json;

/// <summary>
/// Numbers in events as the service holds them: an integer exactly, anything with a point or an exponent as a double.
/// </summary>
internal static class JsonNumber
{
    /// <summary>Enough for the text of every double.</summary>
    public const int MaxDoubleLength = 32;

    /// <summary>How a number compares with a pattern's: below 0 if it is smaller; null if it is infinite.</summary>
    public static int? Compare(ReadOnlySpan<byte> lexeme, PatternNumber number)
    {
        if (IsInteger(lexeme))
            return number.Compare(lexeme);
        var value = Parse(lexeme);
        if (!double.IsFinite(value))
            return null;
        // Rounding keeps the order: only where both are rounded to the same double the digits must decide.
        if (value != number.Rounded)
            return value.CompareTo(number.Rounded);
        Span<byte> shortest = stackalloc byte[MaxDoubleLength];
        value.TryFormat(shortest, out var length, default, CultureInfo.InvariantCulture);
        return number.Compare(shortest[..length]);
    }

    /// <summary>
    /// The text of a number, for comparing it with text: an integer as it is written, a double as Java writes it.
    /// </summary>
    /// <param name="lexeme">The number in the event.</param>
    /// <param name="buffer">Room for <see cref="MaxDoubleLength"/> bytes.</param>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> lexeme, Span<byte> buffer)
    {
        if (IsInteger(lexeme))
            return lexeme.SequenceEqual("-0"u8) ? "0"u8 : lexeme;
        var value = Parse(lexeme);
        if (!double.IsFinite(value))
            return value > 0 ? "Infinity"u8 : "-Infinity"u8;
        if (value == 0)
            return double.IsNegative(value) ? "-0.0"u8 : "0.0"u8;
        Span<byte> shortest = stackalloc byte[MaxDoubleLength];
        value.TryFormat(shortest, out var length, default, CultureInfo.InvariantCulture);
        return DecimalValue.TryParse(shortest[..length], out var digits) ? buffer[..Write(digits, buffer)] : lexeme;
    }

    private static bool IsInteger(ReadOnlySpan<byte> lexeme) => lexeme.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;

    private static double Parse(ReadOnlySpan<byte> lexeme) =>
        double.Parse(lexeme, NumberStyles.Float, CultureInfo.InvariantCulture);

    // At least one digit on each side of the point; with an exponent below 0.001 and from 10^7 on.
    private static int Write(DecimalValue value, Span<byte> buffer)
    {
        var length = 0;
        if (value.IsNegative)
            buffer[length++] = (byte)'-';
        var magnitude = (int)value.Magnitude;
        var isPlain = magnitude is > -3 and <= 7;
        var point = isPlain ? magnitude : 1;
        if (point <= 0)
        {
            "0."u8.CopyTo(buffer[length..]);
            buffer.Slice(length + 2, -point).Fill((byte)'0');
            length += 2 - point;
        }
        var written = 0;
        foreach (var digit in value.Digits)
        {
            if (digit == '.')
                continue;
            if (written > 0 && written == point)
                buffer[length++] = (byte)'.';
            buffer[length++] = digit;
            written++;
        }
        for (; written < point; written++)
            buffer[length++] = (byte)'0';
        if (written == point)
        {
            ".0"u8.CopyTo(buffer[length..]);
            length += 2;
        }
        if (isPlain)
            return length;
        buffer[length++] = (byte)'E';
        (magnitude - 1).TryFormat(buffer[length..], out var exponent, default, CultureInfo.InvariantCulture);
        return length + exponent;
    }
}
