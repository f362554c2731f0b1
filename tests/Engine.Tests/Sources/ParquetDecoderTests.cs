using System.Text;
using FlowLogs.Parquet.Values;
using FlowLogs.Reading;
using FlowLogs.Tests.Filtering;

namespace FlowLogs.Tests.Sources;

/// <summary>Encodings that the writers at hand use little or not at all.</summary>
public sealed class ParquetDecoderTests
{
    [Fact]
    public void Differences_of_any_width_and_number()
    {
        var random = new Random(5);
        for (var i = 0; i < FuzzSettings.Cases(300); i++)
        {
            var width = random.Next(65);
            long[] numbers = [.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => width == 0 ? 7 : random.NextInt64(long.MinValue, long.MaxValue) >> (64 - width))];
            byte[] encoded = [.. Encode(numbers), .. "rest"u8];
            var decoder = new DeltaNumbers(new PageBytes(encoded, 0, encoded.Length));
            Assert.Equal("rest", Encoding.ASCII.GetString(decoder.FindRest().Rest));
            Assert.Equal(numbers, numbers.Select(_ => decoder.Next()));
            Assert.Throws<InvalidDataException>(() => decoder.Next());
        }
    }

    [Fact]
    public void Texts_that_begin_as_the_one_before()
    {
        string[] texts = ["10.0.0.1", "10.0.0.2", "10.0.1.2", "", "eni-1", "eni-1", "eni-12"];
        var prefixes = texts.Select((text, i) => i == 0 ? 0L : text.Zip(texts[i - 1]).TakeWhile(static pair => pair.First == pair.Second).Count()).ToArray();
        var suffixes = texts.Select((text, i) => text[(int)prefixes[i]..]).ToArray();
        byte[] page = [.. Encode(prefixes), .. Encode([.. suffixes.Select(static suffix => (long)suffix.Length)]), .. Encoding.ASCII.GetBytes(string.Concat(suffixes))];
        var decoder = new DeltaPrefixDecoder(new PageBytes(page, 0, page.Length), new InflationBudget("test", 1000));
        Assert.Equal(texts, texts.Select(_ => Encoding.ASCII.GetString(decoder.Next())));

        // The first text again and again, from almost nothing.
        page = [.. Encode([0, .. Enumerable.Repeat(100L, 1000)]), .. Encode([100, .. Enumerable.Repeat(0L, 1000)]), .. new byte[100]];
        decoder = new DeltaPrefixDecoder(new PageBytes(page, 0, page.Length), new InflationBudget("test", 1000));
        Assert.Equal("InflatedTooLarge", Assert.Throws<FlowLogException>(() =>
        {
            for (var i = 0; i < 1000; i++)
                decoder.Next();
        }).ErrorId);
    }

    [Fact]
    public void Runs_of_both_kinds_follow_each_other()
    {
        // Three bits: 20 fives, the numbers 0 to 7 without gaps (the example of Encodings.md), a run of none, two ones.
        byte[] bytes = [20 << 1, 5, (1 << 1) | 1, 0x88, 0xC6, 0xFA, 0, 3, 2 << 1, 1];
        var decoder = new RunDecoder(new PageBytes(bytes, 0, bytes.Length), width: 3);
        Assert.Equal([.. Enumerable.Repeat(5, 20), .. Enumerable.Range(0, 8), 1, 1], Enumerable.Range(0, 30).Select(_ => decoder.Next()));
        Assert.Throws<InvalidDataException>(() => decoder.Next());

        decoder = new RunDecoder(new PageBytes(bytes, 0, bytes.Length), width: 3);
        Assert.Equal(16, decoder.Skip(16, counted: 5));
        Assert.Equal(5, decoder.Skip(10, counted: 5));
        Assert.Equal(6, decoder.Next());
        decoder.Skip(2);
        Assert.Equal(1, decoder.Next());
    }

    // Blocks of 128 numbers in four parts.
    private static List<byte> Encode(long[] numbers)
    {
        List<byte> bytes = [.. Varint(128), .. Varint(4), .. Varint((ulong)numbers.Length), .. Signed(numbers[0])];
        long[] deltas = [.. numbers.Skip(1).Zip(numbers, static (next, last) => unchecked(next - last))];
        foreach (var block in deltas.Chunk(128))
        {
            var least = block.Min();
            var parts = block.Select(delta => unchecked((ulong)(delta - least))).Chunk(32).ToArray();
            int[] widths = [.. parts.Select(static part => 64 - System.Numerics.BitOperations.LeadingZeroCount(part.Max()))];
            bytes.AddRange(Signed(least));
            bytes.AddRange(Enumerable.Range(0, 4).Select(i => (byte)(i < widths.Length ? widths[i] : 0)));
            for (var i = 0; i < parts.Length; i++)
                bytes.AddRange(Pack(parts[i], widths[i]));
        }

        return bytes;
    }

    private static byte[] Pack(ulong[] numbers, int width)
    {
        var bytes = new byte[32 * width / 8];
        for (var i = 0; i < numbers.Length * width; i++)
            bytes[i / 8] |= (byte)(((numbers[i / width] >> (i % width)) & 1) << (i % 8));
        return bytes;
    }

    private static List<byte> Signed(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    private static List<byte> Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return bytes;
    }
}
