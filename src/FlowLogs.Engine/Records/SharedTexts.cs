using System.Text;
using FlowLogs.Hashing;

namespace FlowLogs.Records;

/// <summary>
/// Strings of texts that come again and again, such as accounts, interfaces and actions: who looks at a million records
/// gets the same string for each. It remembers a bounded number, and forgets what it met least lately where two are in
/// each other's way. For all threads.
/// </summary>
internal static class SharedTexts
{
    private const int MaxLength = 40;
    private const int Count = 1024;

    private static readonly string?[] Texts = new string?[Count];

    /// <summary>The string of a text.</summary>
    public static string Get(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > MaxLength)
            return Encoding.UTF8.GetString(text);
        ref var known = ref Texts[SeededHash.OfText(text) % Count];
        if (known is { } shared && Ascii.Equals(text, shared))
            return shared;
        var made = Encoding.UTF8.GetString(text);
        if (made.Length == text.Length)
            known = made;
        return made;
    }
}
