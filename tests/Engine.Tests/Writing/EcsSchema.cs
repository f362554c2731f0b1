using System.Globalization;
using System.Net;
using System.Text.Json;

namespace FlowLogs.Tests.Writing;

/// <summary>Checks documents against what tests/data/ecs-9.4.0.json has of the schema.</summary>
internal static class EcsSchema
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "ecs-9.4.0.json"))).RootElement;

    public static void Check(JsonElement document)
    {
        foreach (var required in Schema.GetProperty("required").EnumerateArray())
            Assert.True(Json.At(document, required.GetString()!) is not null, $"{required} lacks: {document}");
        Assert.Equal("9.4.0", Json.At(document, "ecs.version"));
        CheckObject(document, string.Empty);
    }

    private static void CheckObject(JsonElement value, string path)
    {
        Assert.NotEmpty(value.EnumerateObject());
        var seen = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            Assert.True(seen.Add(member.Name), $"{path}{member.Name} twice");
            if (path.Length == 0 && member.Name == "aws")
                continue;
            if (member.Value.ValueKind == JsonValueKind.Object)
                CheckObject(member.Value, $"{path}{member.Name}.");
            else
                CheckField(member.Value, path + member.Name);
        }
    }

    private static void CheckField(JsonElement value, string path)
    {
        Assert.True(Schema.GetProperty("fields").TryGetProperty(path, out var found), $"{path} is unknown");
        var type = found.GetString()!;
        Assert.Equal(type.EndsWith("[]", StringComparison.Ordinal), value.ValueKind == JsonValueKind.Array);
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
        {
            Assert.True(
                type.TrimEnd('[', ']') switch
                {
                    "long" => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out _),
                    "ip" => IPAddress.TryParse(item.GetString(), out _),
                    "date" => DateTimeOffset.TryParseExact(item.GetString(), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
                    _ => item.ValueKind == JsonValueKind.String,
                },
                $"{path}: {item}");
            if (Schema.GetProperty("values").TryGetProperty(path, out var allowed))
                Assert.Contains(item.GetString(), allowed.EnumerateArray().Select(static name => name.GetString()));
        }
    }
}
