using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace FlowLogs.Filtering.Json;

/// <summary>The text of JSON strings.</summary>
internal static class JsonText
{
    private const int StackBytes = 512;

    /// <summary>Whether the text between a string's quotes means the same as some plain text.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> raw, bool isEscaped, ReadOnlySpan<byte> plain) =>
        isEscaped ? AreEqualEscaped(raw, plain) : raw.SequenceEqual(plain);

    // On its own, so that the compiler can put the usual case in its place.
    private static bool AreEqualEscaped(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> plain)
    {
        // An escape is never shorter than what it stands for.
        if (raw.Length <= plain.Length)
            return false;
        byte[]? rented = null;
        var buffer = raw.Length <= StackBytes
            ? stackalloc byte[StackBytes]
            : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var areEqual = buffer[..Unescape(raw, buffer)].SequenceEqual(plain);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return areEqual;
    }

    /// <summary>Undoes the escapes of a well-formed JSON string; half a surrogate pair becomes U+FFFD.</summary>
    /// <returns>The number of bytes, at most that of the string.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var written = 0;
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
                plain = raw.Length;
            raw[..plain].CopyTo(text[written..]);
            written += plain;
            raw = raw[plain..];
            if (raw.IsEmpty)
                return written;
            if (raw[1] == 'u')
            {
                written += ReadRune(ref raw).EncodeToUtf8(text[written..]);
                continue;
            }
            text[written++] = raw[1] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                var symbol => symbol,
            };
            raw = raw[2..];
        }
    }

    public static string ToString(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!isEscaped)
            return Encoding.UTF8.GetString(raw);
        var buffer = new byte[raw.Length];
        return Encoding.UTF8.GetString(buffer, 0, Unescape(raw, buffer));
    }

    private static Rune ReadRune(ref ReadOnlySpan<byte> raw)
    {
        var first = ReadUnit(raw);
        raw = raw[6..];
        if (!char.IsSurrogate(first))
            return new Rune(first);
        if (raw.StartsWith("\\u"u8) && Rune.TryCreate(first, ReadUnit(raw), out var rune))
        {
            raw = raw[6..];
            return rune;
        }
        return Rune.ReplacementChar;
    }

    private static char ReadUnit(ReadOnlySpan<byte> raw) =>
        Utf8Parser.TryParse(raw.Slice(2, 4), out ushort unit, out _, 'x') ? (char)unit : '\uFFFD';
}
