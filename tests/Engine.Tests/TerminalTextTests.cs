using FlowLogs.Filtering;
using FlowLogs.Scanning;

namespace FlowLogs.Tests;

/// <summary>What is shown of a log's text, and what it cannot do to a terminal.</summary>
public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("2 123456789012 eni-1 ACCEPT OK", "2 123456789012 eni-1 ACCEPT OK")]
    [InlineData("\u001b[2J\u0007\0", "␛[2J␇␀")]
    [InlineData("a\u007fb\u009b31m", "a␡b\ufffd31m")]
    [InlineData("a\r\nb\tc", "a␍␊b␉c")]
    [InlineData("\u202agood\u202e \u2066evil\u2069", "\ufffdgood\ufffd \ufffdevil\ufffd")]
    [InlineData("Grüße, 東京 😀 \u200f\u00a0\u2065\u206a", "Grüße, 東京 😀 \u200f\u00a0\u2065\u206a")]
    [InlineData("", "")]
    public void A_value_is_shown_on_one_line_and_steers_nothing(string text, string shown) =>
        Assert.Equal(shown, TerminalText.Show(text));

    [Theory]
    [InlineData("a\r\nb\n\tc", "a\r\nb\n\tc")]
    [InlineData("good\rbad\r", "good␍bad␍")]
    [InlineData("a\r\r\n\u001b]0;title\u0007", "a␍\r\n␛]0;title␇")]
    public void A_text_keeps_its_lines(string text, string shown) => Assert.Equal(shown, TerminalText.ShowLines(text));

    [Fact]
    public void Every_character_is_shown_as_itself_or_as_one_that_steers_nothing()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var text = ((char)code).ToString();
            var shown = TerminalText.Show(text);
            var steers = code is < 0x20 or (>= 0x7F and <= 0x9F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            Assert.Equal(steers, shown != text);
            Assert.False(char.IsControl(Assert.Single(shown)));
        }
    }

    [Fact]
    public void What_is_harmless_is_not_copied()
    {
        var line = new string('x', 300);
        Assert.Same(line, TerminalText.Show(line));
        Assert.Same(line, TerminalText.ShowLines(line));
        Assert.Null(TerminalText.Show(null));
    }

    [Fact]
    public void An_errors_message_steers_nothing_and_its_target_stays_as_it_is()
    {
        var error = new FlowLogException("X", FlowErrorKind.NotFound, "There is no \u001b[31mgroup\u202e.\nLook.", "\u001b[31mgroup");
        Assert.Equal("There is no ␛[31mgroup\ufffd.\nLook.", error.Message);
        Assert.Equal("\u001b[31mgroup", error.Target);

        var line = new FlowLineException("X", "a.log", 7, "\u001b[2J\nforged", "Broken.");
        Assert.Equal("a.log, line 7: Broken. The line is: ␛[2J␊forged", line.Message);
        Assert.Equal("\u001b[2J\nforged", line.Line);

        var pattern = Assert.Throws<FilterPatternException>(() => FilterPattern.Parse("\"a\u001b\tb"));
        Assert.Contains("    \"a␛␉b", pattern.Message, StringComparison.Ordinal);
    }
}
