using System.Text;
using FlowLogs.Filtering;
using FlowLogs.Filtering.Delimited;

namespace FlowLogs.Tests.Filtering;

/// <summary>The fast path for plain lines agrees with the cursor that knows all lines.</summary>
public class PlainLineTests
{
    // Patterns by their slots; one of them gets a condition.
    private static readonly string[][] Patterns =
    [
        ["a"], ["a", "..."], ["...", "z"], ["a", "b", "c"], ["a", "...", "y", "z"], ["a", "b", "...", "z"], ["...", "x", "y", "z"],
    ];

    [Fact]
    public void Fields_are_those_of_the_cursor()
    {
        var random = FuzzSettings.Start();
        var cases = FuzzSettings.Cases(20_000);
        int plain = 0, other = 0;
        Span<ushort> ends = stackalloc ushort[64];
        for (var i = 0; i < cases; i++)
        {
            var line = Encoding.UTF8.GetBytes(Line(random));
            var count = PlainLine.Split(line, ends);
            if (count == 0)
            {
                other++;
                continue;
            }
            plain++;
            var cursor = new FieldCursor(line);
            for (var field = 0; field < count; field++)
            {
                Assert.True(cursor.MoveNext());
                Assert.Equal((field == 0 ? 0 : ends[field - 1] + 1, ends[field]), (cursor.Start, cursor.End));
            }
            Assert.False(cursor.MoveNext());
        }
        Assert.All([plain, other], count => Assert.InRange(count, cases / 5, cases));
    }

    [Fact]
    public void Conditions_see_the_fields_of_the_cursor()
    {
        var random = FuzzSettings.Start();
        var cases = FuzzSettings.Cases(20_000);
        var matches = 0;
        for (var i = 0; i < cases; i++)
        {
            var line = Encoding.UTF8.GetBytes(Line(random));
            var slots = Patterns[random.Next(Patterns.Length)];
            var slot = random.Next(slots.Length);
            if (slots[slot] == "...")
                continue;
            // The values come from the cursor.
            var values = FilterPattern.Parse(Write(slots)).Extract(line);
            var value = values.FirstOrDefault(pair => pair.Key == "$" + slots[slot]).Value;
            string[] tested = [.. slots];
            var literal = value?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            tested[slot] = $"{slots[slot]} = \"{literal}\"";
            if (value is null || Write(tested).Length >= 1024)
                continue;
            Assert.True(FilterPattern.Parse(Write(tested)).IsMatch(line), $"{Write(tested)} on {Encoding.UTF8.GetString(line)}");
            tested[slot] = tested[slot].Replace(" = ", " != ", StringComparison.Ordinal);
            Assert.False(FilterPattern.Parse(Write(tested)).IsMatch(line), $"{Write(tested)} on {Encoding.UTF8.GetString(line)}");
            matches++;
        }
        Assert.InRange(matches, cases / 2, cases);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(63, false)]
    [InlineData(65_535, true)]
    [InlineData(65_536, false)]
    public void Neither_short_nor_very_long_lines_are_plain(int length, bool isPlain) =>
        Assert.Equal(isPlain ? 2 : 0, PlainLine.Split(Encoding.UTF8.GetBytes("a " + new string('x', length - 2)), new ushort[64]));

    private static string Write(string[] slots) => $"[{string.Join(", ", slots)}]";

    // Fields of any length, so that blanks fall on every place of a vector; now and then something that is not plain.
    private static string Line(Random random)
    {
        var line = new StringBuilder();
        var fields = random.Next(1, random.Next(20) == 0 ? 100 : 30);
        for (var i = 0; i < fields; i++)
        {
            if (i > 0)
                line.Append(random.Next(60) == 0 ? "\t" : random.Next(120) == 0 ? "  " : " ");
            line.Append(random.Next(25) switch
            {
                0 => "é",
                1 => new string('y', random.Next(1, 150)),
                2 when random.Next(8) == 0 => random.Next(2) == 0 ? "\"q w\"" : "[",
                _ => new string((char)('a' + random.Next(26)), random.Next(1, 16)),
            });
        }
        return random.Next(40) switch
        {
            0 => line.Insert(0, ' ').ToString(),
            1 => line.Append(random.Next(2) == 0 ? " " : "\r").ToString(),
            _ => line.ToString(),
        };
    }
}
