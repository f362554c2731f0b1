using System.Globalization;

namespace FlowLogs.Scanning;

/// <summary>
/// The time that an export task of CloudWatch Logs writes before each event, such as <c>2015-08-12T13:47:43.000Z</c>.
/// </summary>
internal static class ExportStamp
{
    private const int MinLength = 20;
    private const int MaxLength = 28;

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Takes the stamp and the blanks after it off a line that begins with one.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> line, out long milliseconds)
    {
        milliseconds = 0;
        var length = line.IndexOfAny((byte)' ', (byte)'\t');
        if (length is < MinLength or > MaxLength || line[length - 1] != 'Z')
            return false;

        Span<char> text = stackalloc char[length];
        for (var i = 0; i < length; i++)
            text[i] = (char)line[i];
        if (!DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return false;
        milliseconds = time.ToUnixTimeMilliseconds();
        line = line[length..].TrimStart(" \t"u8);
        return true;
    }
}
