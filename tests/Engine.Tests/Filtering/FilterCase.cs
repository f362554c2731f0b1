using System.Text.Json;

namespace FlowLogs.Tests.Filtering;

/// <summary>A case of tests/data/filter-cases.jsonl: a pattern with messages and what the service makes of them.</summary>
public sealed class FilterCase
{
    private static readonly Dictionary<string, FilterCase> Cases = ReadAll();

    private readonly JsonElement _json;

    private FilterCase(JsonElement json) => _json = json;

    public static IEnumerable<FilterCase> All => Cases.Values;

    public string Id => _json.GetProperty("id").GetString()!;

    public string Kind => _json.GetProperty("kind").GetString()!;

    public string Pattern => _json.GetProperty("pattern").GetString()!;

    public bool IsUncertain => _json.TryGetProperty("uncertain", out var value) && value.GetBoolean();

    public bool IsInvalid => _json.TryGetProperty("error", out var value) && value.GetBoolean();

    public string? ErrorMessage => _json.GetProperty("errorMessage").GetString();

    public string Operation => _json.GetProperty("operation").GetString()!;

    public string[] Messages => [.. _json.GetProperty("messages").EnumerateArray().Select(static m => m.GetString()!)];

    /// <summary>The numbers, from 1, of the messages that match.</summary>
    public int[] Matches => [.. _json.GetProperty("matches").EnumerateArray().Select(static m => m.GetInt32())];

    public static FilterCase Get(string id) => Cases[id];

    /// <summary>The values that a message that matches has, by name; empty for text and JSON patterns.</summary>
    public IReadOnlyDictionary<string, string> Extracted(int number)
    {
        var all = _json.GetProperty("extracted");
        return all.ValueKind == JsonValueKind.Null
            ? new Dictionary<string, string>()
            : all.GetProperty($"{number}").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!);
    }

    private static Dictionary<string, FilterCase> ReadAll()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data", "filter-cases.jsonl");
        return File.ReadLines(path)
            .Select(static line => new FilterCase(JsonDocument.Parse(line).RootElement))
            .ToDictionary(static c => c.Id);
    }
}
