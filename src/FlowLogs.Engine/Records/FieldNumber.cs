namespace FlowLogs.Records;

/// <summary>
/// The numbers in flow log lines: ASCII digits, a minus before them at most. No culture, no plus, no point, no exponent.
/// </summary>
internal static class FieldNumber
{
    /// <summary>
    /// From here on a time is in milliseconds: seconds reach this number in the year 5138; milliseconds passed it in 1973.
    /// </summary>
    public const long MillisecondsFrom = 100_000_000_000;

    /// <summary>9999-12-31T23:59:59.999Z, the last time .NET has.</summary>
    public const long MaxMilliseconds = 253_402_300_799_999;

    /// <summary>0001-01-01, the first time .NET has.</summary>
    public const long MinMilliseconds = MinSeconds * 1000;

    private const long MinSeconds = -62_135_596_800;

    // So many digits fit 64 bits, and the times of .NET, whatever they are.
    private const int SafeDigits = 18;
    private const int SafeTimeDigits = 14;

    private static ReadOnlySpan<long> Powers => [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>Why a text is no number of the type that is asked for.</summary>
    public enum Result
    {
        Ok,
        NotANumber,
        OutOfRange,
    }

    /// <summary>Checks that the text of a field is a number of the field's type.</summary>
    public static Result Check(ReadOnlySpan<byte> text, FlowFieldType type)
    {
        var result = TryParse(text, out var value);
        if (result != Result.Ok)
            return result;
        var inRange = type switch
        {
            FlowFieldType.Int32 => value is >= int.MinValue and <= int.MaxValue,
            FlowFieldType.Time => IsTime(value),
            _ => true,
        };
        return inRange ? Result.Ok : Result.OutOfRange;
    }

    /// <summary>
    /// How many digits a number may have so that it is one of the field's type whatever they are.
    /// </summary>
    public static int SafeLength(FlowFieldType type) => type switch
    {
        FlowFieldType.Int32 => 9,
        FlowFieldType.Int64 => SafeDigits,
        FlowFieldType.Time => SafeTimeDigits,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The value of a text that <see cref="Check"/> accepted.</summary>
    public static long Parse(ReadOnlySpan<byte> text)
    {
        TryParse(text, out var value);
        return value;
    }

    /// <summary>What a number is worth before so many digits, up to eight.</summary>
    public static long PowerOfTen(int digits) => Powers[digits];

    /// <summary>The number that up to eight digits are, the first one in the lowest byte.</summary>
    public static long ParsePacked(ulong digits, int length)
    {
        // Moved up, so that zeros stand before them; then pairs, fours and all are joined at once.
        digits = (digits << ((sizeof(ulong) - length) * 8)) & 0x0F0F0F0F0F0F0F0F;
        digits = ((digits * 10) + (digits >> 8)) & 0x00FF00FF00FF00FF;
        digits = ((digits * 100) + (digits >> 16)) & 0x0000FFFF0000FFFF;
        return (long)(((digits * 10_000) + (digits >> 32)) & 0xFFFFFFFF);
    }

    /// <summary>Whether <see cref="ToTime"/> has a time for a number.</summary>
    public static bool IsTime(long value) => value is >= MinSeconds and <= MaxMilliseconds;

    /// <summary>A time from Unix seconds, or from milliseconds where the number is too large for seconds.</summary>
    public static DateTimeOffset ToTime(long value) => DateTimeOffset.FromUnixTimeMilliseconds(ToMilliseconds(value));

    /// <summary>The same time in milliseconds since 1970.</summary>
    public static long ToMilliseconds(long value) => value >= MillisecondsFrom ? value : value * 1000;

    private static Result TryParse(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        var digits = negative ? text[1..] : text;
        if (digits.IsEmpty)
            return Result.NotANumber;

        if (digits.Length <= SafeDigits)
        {
            long small = 0;
            foreach (var c in digits)
            {
                var digit = c - '0';
                if ((uint)digit > 9)
                    return Result.NotANumber;
                small = (small * 10) + digit;
            }

            value = negative ? -small : small;
            return Result.Ok;
        }

        // Counting below zero reaches long.MinValue too.
        long sum = 0;
        var overflow = false;
        foreach (var c in digits)
        {
            var digit = c - '0';
            if ((uint)digit > 9)
                return Result.NotANumber;
            if (sum < (long.MinValue + digit) / 10)
                overflow = true;
            else
                sum = (sum * 10) - digit;
        }

        if (overflow || (!negative && sum == long.MinValue))
            return Result.OutOfRange;
        value = negative ? sum : -sum;
        return Result.Ok;
    }
}
