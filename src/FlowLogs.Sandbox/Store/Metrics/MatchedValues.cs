using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowLogs.Filtering;

namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>What the selectors of a metric filter name in an event that matched.</summary>
internal sealed partial class MatchedValues(FilterPattern pattern, ReadOnlyMemory<byte> message)
{
    private IReadOnlyList<KeyValuePair<string, string>>? _fields;

    /// <summary>The text of a value; null where there is none.</summary>
    /// <param name="selector"><c>$name</c> or <c>$7</c> of a delimited pattern, <c>$.path</c> of a JSON one.</param>
    public string? Find(string selector) => selector.StartsWith("$.", StringComparison.Ordinal)
        ? FindInJson(selector)
        : FindField(selector);

    private string? FindField(string selector)
    {
        _fields ??= pattern.Extract(message.Span);
        foreach (var (name, value) in _fields)
        {
            if (name == selector)
                return value;
        }

        return int.TryParse(selector.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= _fields.Count
                ? _fields[number - 1].Value
                : null;
    }

    private string? FindInJson(string selector)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var value = document.RootElement;
            foreach (var step in Steps().EnumerateMatches(selector))
            {
                if (!TryStep(ref value, selector.AsSpan(step.Index, step.Length)))
                    return null;
            }

            return value.ValueKind == JsonValueKind.Null ? null : value.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryStep(ref JsonElement value, ReadOnlySpan<char> step)
    {
        if (step[0] == '[')
        {
            var index = int.Parse(step[1..^1], NumberStyles.None, CultureInfo.InvariantCulture);
            if (value.ValueKind != JsonValueKind.Array || index >= value.GetArrayLength())
                return false;
            value = value[index];
            return true;
        }

        var name = step[1] == '[' ? step[3..^2] : step[1..];
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out value);
    }

    // .name, .['name'] and [7]
    [GeneratedRegex(@"\.\['[^']*'\]|\.[^.\[]+|\[[0-9]{1,9}\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();
}
