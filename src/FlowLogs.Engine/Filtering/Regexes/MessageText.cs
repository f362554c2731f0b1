using System.Text;

namespace FlowLogs.Filtering.Regexes;

/// <summary>
/// The form in which messages are handed to the .NET engine: one char for each code point, ASCII as it is, all else in
/// the private use area. There no character beyond ASCII is a letter, digit or blank, so the engine's own classes and
/// word boundaries mean what they mean in RE2; and an expression, being ASCII, cannot tell the others apart anyway.
/// </summary>
internal static class MessageText
{
    private const char Base = '\uE000';

    /// <summary>The char for a code point; all above U+00FF have the same.</summary>
    public static char Widen(int codePoint) =>
        codePoint < 0x80 ? (char)codePoint : (char)(Base + Math.Min(codePoint, CharacterSet.Others));

    /// <summary>Converts UTF-8; each byte that is not UTF-8 counts as one character beyond U+00FF.</summary>
    /// <returns>The number of chars, at most the number of bytes.</returns>
    public static int Convert(ReadOnlySpan<byte> message, Span<char> text)
    {
        var written = 0;
        while (true)
        {
            Ascii.ToUtf16(message, text[written..], out var ascii);
            message = message[ascii..];
            written += ascii;
            if (message.IsEmpty)
                return written;
            Rune.DecodeFromUtf8(message, out var rune, out var used);
            text[written++] = Widen(rune.Value);
            message = message[used..];
        }
    }
}
