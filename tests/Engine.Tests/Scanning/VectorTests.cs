using System.Text;
using FlowLogs.Scanning;

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
            var length = random.Next(ByteMasks.Count);
            Assert.Equal(Describe(bytes.AsSpan(0, length)), ByteMasks.Of(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Lines_and_fields_are_where_a_plain_search_finds_them()
    {
        var random = new Random(8);
        var buffer = new SplitBuffer();
        for (var i = 0; i < 20_000; i++)
            Check(RandomText(random), buffer);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    public void Lines_of_all_lengths_are_split(int length)
    {
        var buffer = new SplitBuffer();
        for (var before = 0; before < 70; before++)
            Check(new string('a', before) + "\n" + new string('1', length - 2) + " 2\n3 4", buffer);
    }

    [Fact]
    public void Too_many_fields_and_too_long_lines_do_no_harm()
    {
        var buffer = new SplitBuffer();
        var lines = new LineSplitter(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("1", 200_000)) + "\n1 2\n"), buffer);
        Assert.True(lines.MoveNext());
        Assert.True(lines.FieldCount > SplitBuffer.MaxFields);
        Assert.Equal(399_999, lines.Length);
        Assert.True(lines.MoveNext());
        Assert.Equal(2, lines.FieldCount);
        Assert.Equal([1, 3], buffer.Ends(2).ToArray());
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

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(400); i > 0; i--)
            text.Append(random.Next(3) == 0 ? Alphabet[random.Next(Alphabet.Length)] : random.Next(8) == 0 ? ' ' : (char)('0' + random.Next(10)));
        return text.ToString();
    }

    private static void Check(string text, SplitBuffer buffer)
    {
        var block = Encoding.UTF8.GetBytes(text);
        var lines = new LineSplitter(block, buffer);
        var start = 0;
        while (start < block.Length)
        {
            Assert.True(lines.MoveNext());
            var feed = Array.IndexOf(block, (byte)'\n', start);
            var end = feed < 0 ? block.Length : feed;
            var line = Encoding.UTF8.GetString(block.AsSpan(start, end - start));
            var hasReturn = feed >= 0 && line.EndsWith('\r') && !HasOddity(line[..^1]);
            if (hasReturn)
                line = line[..^1];

            Assert.Equal(start, lines.Start);
            Assert.Equal(line, Encoding.UTF8.GetString(lines.Line));
            Assert.Equal(feed >= 0, lines.HasLineFeed);
            Assert.Equal(HasOddity(line), lines.IsOdd && line.Length > 0);
            if (line.Length > 0 && !lines.IsOdd)
                CheckFields(line, lines.FieldCount, buffer);
            start = end + 1;
            Assert.Equal(Math.Min(start, block.Length), lines.Next);
        }

        Assert.False(lines.MoveNext());
    }

    private static void CheckFields(string line, int count, SplitBuffer buffer)
    {
        var fields = line.Split(' ');
        Assert.Equal(Math.Min(fields.Length, SplitBuffer.MaxFields + 1), count);
        if (fields.Length > SplitBuffer.MaxFields)
            return;
        var ends = buffer.Ends(count);
        var start = 0;
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(start + Encoding.UTF8.GetByteCount(fields[i]), ends[i]);
            Assert.Equal(fields[i].All(char.IsAsciiDigit), buffer.AreNumbers(start, ends[i]));
            Assert.Equal(fields.Take(i + 1).All(static field => field.All(char.IsAsciiDigit)), buffer.AreNumbers(0, ends[i]));
            start = ends[i] + 1;
        }
    }

    // What a line must not have so that its fields are what single blanks separate.
    private static bool HasOddity(string line) =>
        line.Length > 0 && (line.Any(static c => c < ' ') || line.StartsWith(' ') || line.EndsWith(' ') || line.Contains("  ", StringComparison.Ordinal));
}
