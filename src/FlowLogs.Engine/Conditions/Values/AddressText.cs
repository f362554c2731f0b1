using System.Buffers.Binary;
using System.Net;

namespace FlowLogs.Conditions.Values;

/// <summary>
/// Reads addresses in UTF-8. IPv4 is four decimal numbers without leading zeros, which RFC 6943 calls ambiguous; IPv6 is
/// any text form of RFC 4291, without a zone. An IPv4-mapped IPv6 address is an IPv6 address.
/// </summary>
internal static class AddressText
{
    private const int Groups = 8;

    /// <summary>Reads an address; an IPv4 address is the low 32 bits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out UInt128 value, out bool isIPv6)
    {
        value = 0;
        isIPv6 = text.Contains((byte)':');
        if (isIPv6)
            return TryParseIPv6(text, out value);
        if (!TryParseIPv4(text, out var small))
            return false;
        value = small;
        return true;
    }

    /// <summary>An address as it is usually written (RFC 5952 for IPv6).</summary>
    public static string Format(UInt128 value, bool isIPv6)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return new IPAddress(isIPv6 ? bytes : bytes[12..]).ToString();
    }

    /// <summary>Reads an IPv4 address.</summary>
    public static bool TryParseIPv4(ReadOnlySpan<byte> text, out uint value)
    {
        value = 0;
        var position = 0;
        for (var part = 0; part < 4; part++)
        {
            if (part > 0 && (position >= text.Length || text[position++] != '.'))
                return false;
            var start = position;
            var number = 0;
            while (position < text.Length && (uint)(text[position] - '0') <= 9 && position - start < 3)
                number = (number * 10) + text[position++] - '0';
            if (position == start || number > 255 || (text[start] == '0' && position - start > 1))
                return false;
            value = (value << 8) | (uint)number;
        }

        return position == text.Length;
    }

    private static bool TryParseIPv6(ReadOnlySpan<byte> text, out UInt128 value)
    {
        value = 0;
        var gap = text.IndexOf("::"u8);
        if (gap < 0)
            return TryParseGroups(text, mayEndInIPv4: true, out value, out var all) && all == Groups;

        if (!TryParseGroups(text[..gap], mayEndInIPv4: false, out var before, out var countBefore)
            || !TryParseGroups(text[(gap + 2)..], mayEndInIPv4: true, out var behind, out var countBehind)
            || countBefore + countBehind >= Groups)
        {
            return false;
        }

        // Shifting by all 128 bits would shift by none; without groups there is nothing to shift.
        value = behind | (countBefore == 0 ? 0 : before << (16 * (Groups - countBefore)));
        return true;
    }

    // Groups between single colons; none at all is allowed beside a double colon.
    private static bool TryParseGroups(ReadOnlySpan<byte> text, bool mayEndInIPv4, out UInt128 value, out int count)
    {
        value = 0;
        count = 0;
        while (!text.IsEmpty)
        {
            var colon = text.IndexOf((byte)':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && mayEndInIPv4 && group.Contains((byte)'.'))
            {
                if (!TryParseIPv4(group, out var tail))
                    return false;
                value = (value << 32) | tail;
                count += 2;
                return count <= Groups;
            }

            if (!TryParseGroup(group, out var number) || ++count > Groups)
                return false;
            value = (value << 16) | number;
            if (colon < 0)
                return true;
            text = text[(colon + 1)..];
            if (text.IsEmpty)
                return false;
        }

        return true;
    }

    private static bool TryParseGroup(ReadOnlySpan<byte> text, out uint value)
    {
        value = 0;
        if (text.Length is 0 or > 4)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit((char)c))
                return false;
            value = (value << 4) | (uint)((c & 0xF) + (c > '9' ? 9 : 0));
        }

        return true;
    }
}
