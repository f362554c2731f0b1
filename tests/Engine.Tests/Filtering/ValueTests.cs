using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowLogs.Filtering.Json;
using FlowLogs.Filtering.Values;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Filtering;

/// <summary>The small parts agree with plainer ways to compute the same.</summary>
public class ValueTests
{
    private const string Seed = "20260916,7";

    [Property(Replay = Seed, MaxTest = 2_000)]
    public void Numbers_compare_as_decimals_do(decimal left, decimal right, byte spelling)
    {
        var number = PatternNumber.TryParse(Spell(right, spelling % 3))!;
        var order = number.Compare(Encoding.UTF8.GetBytes(Spell(left, spelling / 3 % 3)))!.Value;
        Assert.Equal(left.CompareTo(right), Math.Sign(order));
    }

    [Property(Replay = Seed, MaxTest = 2_000)]
    public void Nearby_numbers_compare_as_decimals_do(short left, short right, byte leftScale, byte rightScale)
    {
        decimal Scaled(short value, byte scale) => new(Math.Abs((int)value), 0, 0, value < 0, (byte)(scale % 6));
        Numbers_compare_as_decimals_do(Scaled(left, leftScale), Scaled(right, rightScale), leftScale);
    }

    [Property(Replay = Seed, MaxTest = 2_000)]
    public void A_double_survives_its_text(double value)
    {
        if (!double.IsFinite(value))
            return;
        // With an exponent it is no integer for the service.
        var lexeme = Encoding.UTF8.GetBytes(value.ToString("E16", CultureInfo.InvariantCulture));
        var text = Encoding.UTF8.GetString(JsonNumber.Text(lexeme, stackalloc byte[JsonNumber.MaxDoubleLength]));
        Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
        Assert.Matches("^-?[0-9]+[.][0-9]+(E-?[0-9]+)?$", text);
    }

    [Property(Replay = Seed, MaxTest = 2_000)]
    public void Doubles_compare_by_their_shortest_digits(double value, int digit)
    {
        if (!double.IsFinite(value))
            return;
        var digits = value.ToString("E16", CultureInfo.InvariantCulture);
        // The same digits, a few more, and the neighbours: all of them round to this double or the next one.
        string[] literals =
        [
            value.ToString("R", CultureInfo.InvariantCulture),
            digits,
            digits.Insert(digits.IndexOf('E', StringComparison.Ordinal), $"{(uint)digit}"),
            Math.BitIncrement(value).ToString("R", CultureInfo.InvariantCulture),
            Math.BitDecrement(value).ToString("E16", CultureInfo.InvariantCulture),
        ];
        foreach (var literal in literals.Where(static text => char.IsAsciiDigit(text[^1])))
        {
            Assert.True(DecimalValue.TryParse(Encoding.UTF8.GetBytes(literals[0]), out var left));
            Assert.True(DecimalValue.TryParse(Encoding.UTF8.GetBytes(literal), out var right));
            var order = JsonNumber.Compare(Encoding.UTF8.GetBytes(digits), PatternNumber.TryParse(literal)!);
            Assert.Equal(Math.Sign(left.CompareTo(right)), Math.Sign(order!.Value));
        }
    }

    [Property(Replay = Seed, MaxTest = 2_000)]
    public void Escapes_of_strings_are_undone(string? text)
    {
        var raw = JsonSerializer.SerializeToUtf8Bytes(text ?? "").AsSpan()[1..^1];
        var buffer = new byte[raw.Length];
        var length = JsonText.Unescape(raw, buffer);
        Assert.Equal(JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text ?? "")), Encoding.UTF8.GetString(buffer, 0, length));
    }

    [Property(Replay = Seed, MaxTest = 5_000)]
    public void A_wildcard_takes_the_first_place_that_fits(byte[] pattern, byte[] value)
    {
        // Few characters, so that there are matches.
        var text = string.Concat(pattern.Select(static b => "ab*"[b % 3]));
        var message = string.Concat(value.Select(static b => "ab"[b % 2]));
        Assert.Equal(MatchesPlainly(text, message), new Wildcard(text).IsMatch(Encoding.UTF8.GetBytes(message)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("+.")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e1.5")]
    [InlineData("1e+-5")]
    [InlineData("--1")]
    [InlineData("1 ")]
    [InlineData("Infinity")]
    public void What_is_no_number_is_refused(string text) =>
        Assert.False(DecimalValue.TryParse(Encoding.UTF8.GetBytes(text), out _));

    private static string Spell(decimal value, int spelling)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return spelling switch
        {
            0 => text,
            // A hundred times as large, then divided.
            1 => (text.Contains('.', StringComparison.Ordinal) ? text + "00" : text + ".00") + "e0",
            _ => Shift(text) + "E-2",
        };
    }

    // Moves the point by two places to the right.
    private static string Shift(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
            return text + "00";
        var fraction = text[(point + 1)..].PadRight(2, '0');
        return $"{text[..point]}{fraction[..2]}.{fraction[2..]}0";
    }

    private static bool MatchesPlainly(string pattern, string value)
    {
        var pieces = pattern.Split('*');
        if (pieces.Length == 1)
            return value == pattern;
        var at = pieces[0].Length;
        if (!value.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        foreach (var piece in pieces[1..])
        {
            var found = value.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + piece.Length;
        }
        return at == value.Length || pieces[^1].Length == 0;
    }
}
