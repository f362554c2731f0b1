using System.Text;
using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

/// <summary>The fast splitting of lines agrees with the plain one.</summary>
public class DelimitedReferenceTests
{
    private static readonly string[][] Patterns =
    [
        [], ["a"], ["a", "b"], ["", "b", ""], ["..."], ["a", "..."], ["...", "z"], ["a", "...", "", "z"],
        ["a", "b", "c", "d", "e", "f", "g"],
    ];

    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\t", "  ", "\n", "\"", "\"", "[", "]", "a", "-", "10.0.0.1", "eni-1235b8ca123456789", "é", "x\"y",
        "ACCEPT", "[10/Oct/2000:13:25:15 -0700]", "\"GET / HTTP/1.0\"", "\u00A0", "\v", "443",
    ];

    [Fact]
    public void Agrees_on_random_lines()
    {
        var random = FuzzSettings.Start();
        var compiled = Patterns.Select(static slots => FilterPattern.Parse($"[{string.Join(", ", slots)}]")).ToArray();
        var line = new StringBuilder();
        var matches = 0;
        var cases = FuzzSettings.Cases(20_000);
        for (var i = 0; i < cases; i++)
        {
            line.Clear();
            for (var n = random.Next(40); n > 0; n--)
                line.Append(Pieces[random.Next(Pieces.Length)]);
            var text = line.ToString();
            var utf8 = Encoding.UTF8.GetBytes(text);
            var which = random.Next(Patterns.Length);
            var expected = DelimitedReference.Extract(Patterns[which], text);

            var isMatch = compiled[which].IsMatch(utf8);
            matches += isMatch ? 1 : 0;
            // All the zero-slot ellipsis asks for is there on an empty line, too.
            Assert.True(isMatch == (expected is not null), text);
            if (expected is not null)
                Assert.Equal(expected, compiled[which].Extract(utf8).Select(static v => $"{v.Key}={v.Value}"));
        }
        Assert.InRange(matches, cases / 3, cases - 1);
    }

    [Fact]
    public void Conditions_see_the_fields_that_are_extracted()
    {
        var random = FuzzSettings.Start();
        var cases = FuzzSettings.Cases(20_000) / 10;
        var line = new StringBuilder();
        for (var i = 0; i < cases; i++)
        {
            line.Clear();
            for (var n = random.Next(1, 30); n > 0; n--)
                line.Append(Pieces[random.Next(Pieces.Length)]);
            var utf8 = Encoding.UTF8.GetBytes(line.ToString());
            foreach (var slots in Patterns)
            {
                foreach (var (key, value) in FilterPattern.Parse($"[{string.Join(", ", slots)}]").Extract(utf8))
                {
                    // Which slot has this name? Positions have no condition of their own.
                    var slot = Array.IndexOf(slots, key[1..]);
                    if (slot < 0)
                        continue;
                    var literal = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
                    string[] tested = [.. slots];
                    tested[slot] = $"{slots[slot]} = \"{literal}\"";
                    Assert.True(Matches(tested, utf8), line.ToString());
                    tested[slot] = $"{slots[slot]} != \"{literal}\"";
                    Assert.False(Matches(tested, utf8), line.ToString());
                }
            }
        }
    }

    private static bool Matches(string[] slots, byte[] utf8)
    {
        var pattern = $"[{string.Join(", ", slots)}]";
        return FilterPattern.Parse(pattern).IsMatch(utf8);
    }
}
