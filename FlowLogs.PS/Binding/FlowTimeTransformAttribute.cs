using System.Globalization;
using System.Management.Automation;
using FlowLogs.Records;

namespace FlowLogs.PS.Binding;

/// <summary>
/// Takes a point in time however a person or script has it: a DateTime or DateTimeOffset, epoch seconds or milliseconds,
/// text in any of these forms, or a span before now: <c>90s</c>, <c>30m</c>, <c>2h</c>, <c>7d</c>, <c>-2h</c>, <c>2h ago</c>.
/// A time without a zone is local, as everywhere in PowerShell.
/// </summary>
public sealed class FlowTimeTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;

        // PowerShell reads 7d and 90s as numbers (their suffixes mean decimal and short), but keeps how they were typed.
        var time = (value is decimal or short ? FromText(inputData.ToString()!) : null) ?? value switch
        {
            DateTimeOffset offset => offset,
            DateTime dateTime => new DateTimeOffset(dateTime),
            TimeSpan span => DateTimeOffset.UtcNow - span.Duration(),
            short or int or long or decimal or double => EpochTime.FromNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            string text => FromText(text.Trim()),
            _ => null,
        };
        return time?.ToUniversalTime() ?? throw new ArgumentTransformationMetadataException(
            $"\"{value}\" is no time. Give a date and time, a span before now such as 30m, 2h or 7d, or epoch seconds or milliseconds.");
    }

    private static DateTimeOffset? FromText(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch))
            return EpochTime.FromNumber(epoch);
        if (FromSpan(text) is { } span)
            return DateTimeOffset.UtcNow - span;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) ? time : null;
    }

    /// <summary>Reads a span such as <c>30m</c>; null where it is none.</summary>
    internal static TimeSpan? FromSpan(string text)
    {
        var body = text.EndsWith(" ago", StringComparison.OrdinalIgnoreCase) ? text[..^4].TrimEnd() : text.TrimStart('-');
        if (body.Length < 2 || !double.TryParse(body.AsSpan(0, body.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        TimeSpan? unit = char.ToLowerInvariant(body[^1]) switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        return unit is { } one ? one * Math.Min(number, 100_000) : null;
    }
}
