using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace FlowLogs;

/// <summary>
/// Text of a log or a service as it may be shown in a terminal: what would steer the terminal or turn the text's
/// direction is shown as a sign, and does nothing. Only what is shown is changed, never a value.
/// </summary>
/// <remarks>
/// The control characters U+0000 to U+001F and U+007F become their pictures (U+2400 to U+2421, ESC is <c>␛</c>), those from
/// U+0080 to U+009F and the bidirectional embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) U+FFFD.
/// Each takes the place of one character, so that positions stay.
/// </remarks>
public static class TerminalText
{
    private static readonly SearchValues<char> Steering = SearchValues.Create(FindSteering());
    private static readonly SearchValues<char> SteeringLines = SearchValues.Create([.. FindSteering().Except(['\t', '\n'])]);

    /// <summary>A value on one line: line ends and tabs become signs as well.</summary>
    /// <param name="text">The value, such as a name or a message.</param>
    /// <returns>The text, the very same where there is nothing to change; null for null.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Show(string? text) => Replace(text, Steering, static (_, _) => false);

    /// <summary>A text of several lines: tabs and line ends (LF, and CR before LF) stay.</summary>
    /// <param name="text">The text, such as the message of an error.</param>
    /// <returns>The text; null for null.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? ShowLines(string? text) => Replace(text, SteeringLines, IsLayout);

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Replace(string? text, SearchValues<char> steering, Func<string, int, bool> isKept)
    {
        if (text is null || text.AsSpan().IndexOfAny(steering) < 0)
            return text;
        return string.Create(text.Length, (text, isKept), static (shown, from) =>
        {
            for (var i = 0; i < shown.Length; i++)
                shown[i] = from.isKept(from.text, i) ? from.text[i] : Sign(from.text[i]);
        });
    }

    // A CR by itself lets what follows hide what stands before it.
    private static bool IsLayout(string text, int index) => text[index] switch
    {
        '\t' or '\n' => true,
        '\r' => index + 1 < text.Length && text[index + 1] == '\n',
        _ => false,
    };

    private static char Sign(char character) => character switch
    {
        < ' ' => (char)(character + '\u2400'),
        '\u007F' => '\u2421',
        _ when IsSteering(character) => '\uFFFD',
        _ => character,
    };

    private static bool IsSteering(char character) =>
        char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static char[] FindSteering() => [.. Enumerable.Range(0, char.MaxValue + 1).Select(static code => (char)code).Where(IsSteering)];
}
