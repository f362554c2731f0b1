using System.Globalization;
using System.Text;
using FlowLogs.Records;

namespace FlowLogs.Writing;

/// <summary>The text that a flow log has for a value of a record's property, or for what other tools made of it.</summary>
internal static class FieldText
{
    // Those that sort, whatever the culture.
    private static readonly string[] TimeForms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz"];

    /// <summary>The field's text of a value; a hyphen for nothing.</summary>
    /// <exception cref="FlowLogException"><c>InvalidFieldValue</c>: the field cannot have such a value.</exception>
    public static string Of(FlowField field, object? value)
    {
        var text = (field.Type, value) switch
        {
            (_, null) => string.Empty,
            (FlowFieldType.Text, string words) => words,
            (_, string words) => OfWords(field, words.Trim()),
            (FlowFieldType.Time, DateTimeOffset time) => Epoch(time),
            (FlowFieldType.Time, DateTime time) => Epoch(ToOffset(time)),
            (not FlowFieldType.Text, Enum flags) => flags.ToString("D"),
            (_, IFormattable other) => other.ToString(null, CultureInfo.InvariantCulture),
            _ => throw Invalid(field, value),
        };
        if (text is "" or "-")
            return "-";
        var isGood = field.Type == FlowFieldType.Text
            ? !text.AsSpan().ContainsAny(" \t\r\n")
            : FieldNumber.Check(Encoding.UTF8.GetBytes(text), field.Type) == FieldNumber.Result.Ok;
        return isGood ? text : throw Invalid(field, value);
    }

    private static string OfWords(FlowField field, string words) => field switch
    {
        { Type: FlowFieldType.Time } => OfTime(words),
        { Id: FlowFieldId.TcpFlags } => OfTcpFlags(words),
        _ => words,
    };

    private static string OfTime(string words)
    {
        if (DateTimeOffset.TryParseExact(words, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
            return Epoch(exact);
        return words.Contains(':') && TryParse(words, out var time) ? Epoch(ToOffset(time)) : words;
    }

    // ConvertTo-Csv writes times in the culture of the session; other tools do not. A time of day alone is no time.
    private static bool TryParse(string words, out DateTime time)
    {
        const DateTimeStyles Styles =
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault;
        return (DateTime.TryParse(words, CultureInfo.CurrentCulture, Styles, out time)
            || DateTime.TryParse(words, CultureInfo.InvariantCulture, Styles, out time)) && time.Year > 1;
    }

    private static DateTimeOffset ToOffset(DateTime time) =>
        new(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc));

    // Milliseconds where there are any, if readers can tell them from seconds.
    private static string Epoch(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        var value = milliseconds % 1000 != 0 && milliseconds >= FieldNumber.MillisecondsFrom ? milliseconds : time.ToUnixTimeSeconds();
        return value.ToString(CultureInfo.InvariantCulture);
    }

    // "SYN, ACK", as a set of flags is written.
    private static string OfTcpFlags(string words) =>
        words.Length > 0 && char.IsAsciiLetter(words[0]) && Enum.TryParse(words, ignoreCase: true, out FlowTcpFlags flags)
            ? flags.ToString("D")
            : words;

    private static FlowLogException Invalid(FlowField field, object? value) => new(
        "InvalidFieldValue",
        FlowErrorKind.InvalidData,
        $"\"{value}\" is no value of the field {field.Name} in a flow log.",
        value);
}
