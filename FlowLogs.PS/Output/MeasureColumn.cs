using System.Globalization;

namespace FlowLogs.PS.Output;

/// <summary>How a column of a measurement is shown.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">How many characters it has.</param>
/// <param name="IsNumber">Whether it stands at the right.</param>
internal sealed record MeasureColumn(string Name, int Width, bool IsNumber)
{
    // A text that is longer, such as an ARN, moves what follows it in its line.
    private const int MaxWidth = 40;

    /// <summary>A column that has room for some values.</summary>
    public static MeasureColumn Of(string name, IEnumerable<object?> values)
    {
        var texts = values.Select(static value => (Text: ToText(value), IsNumber: value is int or long or decimal)).ToList();
        var widest = texts.Select(static value => value.Text.Length).DefaultIfEmpty().Max();
        return new MeasureColumn(name, Math.Max(name.Length, Math.Min(widest, MaxWidth)), texts.Exists(static value => value.IsNumber));
    }

    /// <summary>A text in the column.</summary>
    public string Pad(string text) => IsNumber ? text.PadLeft(Width) : text.PadRight(Width);

    /// <summary>A value as it is shown.</summary>
    public static string ToText(object? value) => value switch
    {
        null => string.Empty,
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => TerminalText.Show(value.ToString()) ?? string.Empty,
    };
}
