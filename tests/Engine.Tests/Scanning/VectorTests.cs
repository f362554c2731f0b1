using System.Text;
using FlowLogs.Scanning;
using FlowLogs.Vectors;

namespace FlowLogs.Tests.Scanning;

/// <summary>All widths of vectors against each other, and lines that are found with them against a plain search.</summary>
public class VectorTests
{
    private const string Alphabet = "  \n\n\t\r0123456789a-{[\"\u00E9\uFEFF";

    [Fact]
    public void All_widths_see_the_same()
    {
        var random = new Random(7);
        var bytes = new byte[ByteMasks.Count];
        for (var i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);
            foreach (ref var one in bytes.AsSpan())
            {
                if (random.Next(2) == 0)
                    one = (byte)(" \n\t\r/0189:"[random.Next(10)]);
            }

            var expected = Describe(bytes);
            Assert.Equal(expected, ByteMasks.OfScalar(ref bytes[0]));
            Assert.Equal(expected, ByteMasks.Of128(ref bytes[0]));
            Assert.Equal(expected, ByteMasks.Of256(ref bytes[0]));
            Assert.Equal(expected, ByteMasks.Of512(ref bytes[0]));
        }
    }

    [Fact]
    public void Lines_and_fields_are_where_a_plain_search_finds_them() => CheckRandomTexts(new LineIndex());

    [WideFact]
    public void Positions_that_are_written_at_once_are_right_too()
    {
        CheckRandomTexts(new WideLineIndex());
        CheckLengths(65_534, new WideLineIndex());
        CheckLengths(LineIndex.MaxLength - 70, new WideLineIndex());
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(LineIndex.MaxLength)]
    [InlineData(LineIndex.MaxLength - 1)]
    [InlineData(LineIndex.MaxLength - 70)]
    public void Lines_of_all_lengths_are_split(int length) => CheckLengths(length, new LineIndex());

    [Fact]
    public void Too_long_lines_do_no_harm()
    {
        var index = new LineIndex();
        var lines = new LineSplitter(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("1", 200_000)) + "\n1 2\n"), index);
        Assert.True(lines.MoveNext());
        Assert.Equal(0, lines.FieldCount);
        Assert.Equal(399_999, lines.Line.Length);
        Assert.True(lines.MoveNext());
        Assert.Equal(2, lines.FieldCount);
        Assert.Equal("1 2", Encoding.UTF8.GetString(lines.Line));
        Assert.False(lines.MoveNext());
    }

    private static ByteMasks Describe(ReadOnlySpan<byte> bytes)
    {
        ulong blanks = 0, feeds = 0, controls = 0, digits = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var bit = 1UL << i;
            blanks |= bytes[i] == 0x20 ? bit : 0;
            feeds |= bytes[i] == 0x0A ? bit : 0;
            controls |= bytes[i] < 0x20 ? bit : 0;
            digits |= char.IsAsciiDigit((char)bytes[i]) ? bit : 0;
        }

        return new ByteMasks(blanks, feeds, controls, digits);
    }

    private static void CheckRandomTexts(LineIndex index)
    {
        var random = new Random(8);
        for (var i = 0; i < 20_000; i++)
            Check(RandomText(random, rarity: random.Next(20) == 0 ? 1 : 3), index);
    }

    private static void CheckLengths(int length, LineIndex index)
    {
        for (var before = 0; before < 70; before++)
            Check(new string('a', before) + "\n" + new string('1', length - 2) + " 2\n3 4", index);
    }

    // With a rarity of 1, lines of 64 bytes are hardly anything but separators.
    private static string RandomText(Random random, int rarity)
    {
        var text = new StringBuilder();
        for (var i = random.Next(400); i > 0; i--)
            text.Append(rarity == 1 ? " \n 1"[random.Next(4)] : random.Next(rarity) == 0 ? Alphabet[random.Next(Alphabet.Length)] : random.Next(8) == 0 ? ' ' : (char)('0' + random.Next(10)));
        return text.ToString();
    }

    private static void Check(string text, LineIndex index)
    {
        var block = Encoding.UTF8.GetBytes(text);
        var lines = new LineSplitter(block, index);
        var start = 0;
        while (start < block.Length)
        {
            Assert.True(lines.MoveNext());
            var feed = Array.IndexOf(block, (byte)'\n', start);
            var end = feed < 0 ? block.Length : feed;
            var line = Encoding.UTF8.GetString(block.AsSpan(start, end - start));
            Assert.Equal(start, lines.Start);
            Assert.Equal(line, Encoding.UTF8.GetString(lines.Line));
            Assert.Equal(feed >= 0, lines.HasLineFeed);
            if (lines.FieldCount == 0)
                Assert.True(end - start >= LineIndex.MaxLength);
            else if (line.Length > 0)
                CheckFields(line, lines);
            start = end + 1;
            Assert.Equal(Math.Min(start, block.Length), lines.Next);
        }

        Assert.False(lines.MoveNext());
    }

    private static void CheckFields(string line, in LineSplitter lines)
    {
        var index = lines.Index;
        var bounds = index.Bounds(lines.First, lines.FieldCount);
        Assert.Equal(HasOddity(line), index.HasControls((ushort)(bounds[0] + 1), bounds[^1]) || index.HasEmptyFields(lines.First, lines.FieldCount));
        if (HasOddity(line))
            return;
        var texts = line.Split(' ');
        var fields = new LineFields(lines.Text, bounds);
        Assert.Equal(texts.Length, fields.Count);
        Assert.Equal(line, Encoding.UTF8.GetString(fields.Line));
        for (var i = 0; i < texts.Length; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(texts[i]);
            Assert.Equal(texts[i], Encoding.UTF8.GetString(fields[i]));
            Assert.Equal(bytes.Length, fields.LengthOf(i));
            Assert.Equal(bytes[0], fields.FirstOf(i));
            if (bytes.Length <= LineFields.PackedLength)
                Assert.Equal(bytes.Select(static (b, at) => (ulong)b << (at * 8)).Aggregate(static (a, b) => a | b), fields.Packed(i));
            Assert.Equal(texts.Skip(i).TakeWhile(static text => text.All(char.IsAsciiDigit)).Count(), index.CountOfNumbers(lines.First + i, 1, 1, texts.Length - i));
            Assert.Equal(texts.Take(i + 1).All(static text => text.All(char.IsAsciiDigit)) ? 1 : 0, index.CountOfNumbers(lines.First, i + 1, 1, 1));
        }

        var ends = new byte[texts.Length * 2];
        fields.CopyEnds(ends);
        Assert.Equal(Encoding.UTF8.GetByteCount(line), BitConverter.ToUInt16(ends, ends.Length - 2));
        Assert.Equal(texts, Enumerable.Range(0, texts.Length).Select(i => Encoding.UTF8.GetString(FieldSplitter.Field(Encoding.UTF8.GetBytes(line), i))));
    }

    // What a line must not have so that its fields are what single blanks separate.
    private static bool HasOddity(string line) =>
        line.Length > 0 && (line.Any(static c => c < ' ') || line.StartsWith(' ') || line.EndsWith(' ') || line.Contains("  ", StringComparison.Ordinal));
}

/// <summary>A test that is skipped where the processor lacks the instruction.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WideFactAttribute : FactAttribute
{
    public WideFactAttribute()
    {
        if (!WideLineIndex.IsSupported)
            Skip = "This processor has no AVX-512 VBMI2.";
    }
}
