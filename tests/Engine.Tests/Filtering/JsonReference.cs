using System.Globalization;
using System.Text.Json;

namespace FlowLogs.Tests.Filtering;

/// <summary>What selectors name, computed on a document.</summary>
internal static class JsonReference
{
    /// <summary>The values named by steps such as <c>a</c>, <c>[0]</c> and <c>*</c>, with nulls for those that are missing.</summary>
    public static IEnumerable<JsonElement> Select(JsonElement value, ReadOnlyMemory<string> steps)
    {
        if (steps.IsEmpty)
            return [value];
        var step = steps.Span[0];
        var rest = steps[1..];
        if (step == "*")
            return Children(value).SelectMany(child => Select(child, rest));
        if (step.StartsWith('['))
        {
            var index = int.Parse(step.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture);
            return value.ValueKind == JsonValueKind.Array && index < value.GetArrayLength() ? Select(value[index], rest) : [];
        }
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out var member) ? Select(member, rest) : [];
    }

    private static IEnumerable<JsonElement> Children(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        // Of members with the same name the last one counts.
        JsonValueKind.Object => value.EnumerateObject()
            .GroupBy(static member => member.Name)
            .Select(static group => group.Last().Value),
        _ => [],
    };
}
