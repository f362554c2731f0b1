using System.Globalization;
using System.Text.Json;

namespace FlowLogs.Tests.Writing;

/// <summary>Finds values in JSON documents.</summary>
internal static class Json
{
    public static JsonElement Parse(string text)
    {
        Assert.DoesNotContain('\n', text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The value at a path such as <c>cloud.account.uid</c>, as text; null where there is none.</summary>
    public static string? At(JsonElement document, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty(name, out document))
                return null;
        }

        return document.ToString();
    }

    /// <summary>The number in a text.</summary>
    public static long ToLong(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A number as JSON writes it.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number in a text as JSON writes it.</summary>
    public static string Number(string text) => Number(ToLong(text));
}
