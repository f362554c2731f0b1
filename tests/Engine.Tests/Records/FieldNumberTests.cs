using System.Globalization;
using System.Numerics;
using System.Text;
using FlowLogs.Records;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Records;

public class FieldNumberTests
{
    [Property(MaxTest = 5000, Replay = "(1234567890123,7)")]
    public void Any_whole_number_is_read_or_out_of_range(BigInteger value, byte scale)
    {
        // FsCheck's own numbers are small: scaled, they cross the borders of both types.
        var number = value * BigInteger.Pow(10, scale % 24);
        var text = Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(Expected(number, int.MinValue, int.MaxValue), FieldNumber.Check(text, FlowFieldType.Int32));
        Assert.Equal(Expected(number, long.MinValue, long.MaxValue), FieldNumber.Check(text, FlowFieldType.Int64));
        if (number >= long.MinValue && number <= long.MaxValue)
            Assert.Equal((long)number, FieldNumber.Parse(text));
    }

    [Theory]
    [InlineData("9223372036854775807", true)]
    [InlineData("-9223372036854775808", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("-9223372036854775809", false)]
    [InlineData("99999999999999999999999999", false)]
    public void The_borders_of_64_bits(string text, bool fits) =>
        Assert.Equal(
            fits ? FieldNumber.Result.Ok : FieldNumber.Result.OutOfRange,
            FieldNumber.Check(Encoding.ASCII.GetBytes(text), FlowFieldType.Int64));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1,000")]
    [InlineData("\u0663")]
    [InlineData("--1")]
    public void What_is_no_number(string text) =>
        Assert.Equal(FieldNumber.Result.NotANumber, FieldNumber.Check(Encoding.UTF8.GetBytes(text), FlowFieldType.Int64));

    [Fact]
    public void Times_are_seconds_or_milliseconds()
    {
        var expected = new DateTimeOffset(2015, 9, 4, 4, 38, 0, TimeSpan.Zero);
        Assert.Equal(expected, FieldNumber.ToTime(1441341480));
        Assert.Equal(expected, FieldNumber.ToTime(1441341480000));
        Assert.Equal(TimeSpan.Zero, FieldNumber.ToTime(1441341480).Offset);
        Assert.Equal(FieldNumber.Result.OutOfRange, FieldNumber.Check("253402300800000"u8, FlowFieldType.Time));
        Assert.Equal(FieldNumber.Result.Ok, FieldNumber.Check("253402300799999"u8, FlowFieldType.Time));
    }

    private static FieldNumber.Result Expected(BigInteger number, long min, long max) =>
        number >= min && number <= max ? FieldNumber.Result.Ok : FieldNumber.Result.OutOfRange;
}
