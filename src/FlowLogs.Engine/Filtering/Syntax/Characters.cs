using System.Text;

namespace FlowLogs.Filtering.Syntax;

/// <summary>The classes of characters that the pattern language knows.</summary>
internal static class Characters
{
    /// <summary>What separates: the ASCII blanks, in patterns as in messages.</summary>
    public static bool IsBlank(char c) => c is ' ' or (>= '\t' and <= '\r');

    /// <inheritdoc cref="IsBlank(char)"/>
    public static bool IsBlank(byte c) => c is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');

    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    /// <summary>
    /// The length of the word character at a place: a letter of any script (two chars beyond the basic plane), a
    /// digit or an underscore. 0: none.
    /// </summary>
    public static int WordCharLength(string text, int position)
    {
        if (position >= text.Length)
            return 0;
        var c = text[position];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c) || c == '_' ? 1 : 0;
        return Rune.TryGetRuneAt(text, position, out var rune) && Rune.IsLetter(rune) ? rune.Utf16SequenceLength : 0;
    }

    /// <summary>A message without the blanks at its ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && IsBlank(text[0]))
            text = text[1..];
        while (!text.IsEmpty && IsBlank(text[^1]))
            text = text[..^1];
        return text;
    }
}
