using System.Buffers.Binary;
using System.Globalization;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>
/// The tokens of GetLogEvents: <c>f/</c> or <c>b/</c> for the direction, 56 digits for the place, <c>/s</c>. Both
/// directions of one place have the same digits.
/// </summary>
internal sealed class StreamTokens(TokenSigner signer)
{
    private const int DigitCount = 56;
    private const ulong SignatureRange = 10_000_000_000_000_000_000;

    /// <summary>The latest timestamp that the digits have room for.</summary>
    private const long MaxTimestamp = 99_999_999_999_999;

    /// <summary>Makes a token for one direction.</summary>
    /// <param name="question">All that makes up the question, apart from the size of a page.</param>
    /// <param name="forward">Whether the next page goes on from the place, or ends there.</param>
    /// <param name="place">The place.</param>
    /// <param name="age">How many seconds ago the token says it was made.</param>
    public string Write(string question, bool forward, EventPosition place, int age = 0)
    {
        var issued = signer.Now.ToUnixTimeSeconds() - age;
        place = place with { Timestamp = Math.Min(place.Timestamp, MaxTimestamp) };
        var signature = Sign(question, issued, place);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(forward ? 'f' : 'b')}/3{place.Timestamp:D14}{place.Sequence:D12}{issued:D10}{signature:D19}/s");
    }

    /// <summary>Reads a token; false if it is not one of ours, not for this question, or too old.</summary>
    public bool TryRead(string question, string token, out bool forward, out EventPosition place)
    {
        forward = token.StartsWith("f/", StringComparison.Ordinal);
        place = default;
        if (token.Length != DigitCount + 4
            || !(forward || token.StartsWith("b/", StringComparison.Ordinal))
            || token[2] != '3'
            || !token.EndsWith("/s", StringComparison.Ordinal)
            || !TryDigits(token, 3, 14, out var timestamp)
            || !TryDigits(token, 17, 12, out var sequence)
            || !TryDigits(token, 29, 10, out var issued)
            || !TryDigits(token, 39, 19, out var signature))
            return false;

        place = new EventPosition((long)timestamp, (long)sequence);
        return signature == Sign(question, (long)issued, place)
            && signer.IsFresh(DateTimeOffset.FromUnixTimeSeconds((long)issued));
    }

    private static bool TryDigits(string token, int start, int length, out ulong value) =>
        ulong.TryParse(token.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private ulong Sign(string question, long issued, EventPosition place)
    {
        Span<byte> content = stackalloc byte[24];
        BinaryPrimitives.WriteInt64LittleEndian(content, issued);
        BinaryPrimitives.WriteInt64LittleEndian(content[8..], place.Timestamp);
        BinaryPrimitives.WriteInt64LittleEndian(content[16..], place.Sequence);
        return signer.Sign(question, content) % SignatureRange;
    }
}
