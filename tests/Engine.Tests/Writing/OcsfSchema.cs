using System.Net;
using System.Text.Json;

namespace FlowLogs.Tests.Writing;

/// <summary>Checks documents against what tests/data/ocsf-1.8.0.json has of the schema.</summary>
internal static class OcsfSchema
{
    private static readonly JsonElement Objects =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "ocsf-1.8.0.json"))).RootElement.GetProperty("objects");

    public static void Check(JsonElement document)
    {
        CheckObject(document, "network_activity");
        CheckNames(document);
    }

    private static void CheckObject(JsonElement value, string type)
    {
        Assert.Equal(JsonValueKind.Object, value.ValueKind);
        var schema = Objects.GetProperty(type);
        foreach (var required in schema.GetProperty("required").EnumerateArray())
            Assert.True(value.TryGetProperty(required.GetString()!, out _), $"{type} lacks {required}: {value}");
        if (schema.TryGetProperty("one_of", out var names))
            Assert.True(names.EnumerateArray().Any(name => value.TryGetProperty(name.GetString()!, out _)), $"{type} has none of {names}: {value}");
        var seen = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            Assert.True(seen.Add(member.Name), $"{type}.{member.Name} twice");
            Assert.True(schema.GetProperty("attributes").TryGetProperty(member.Name, out var attribute), $"{type}.{member.Name} is unknown");
            CheckValue(member.Value, attribute.GetString()!);
        }
    }

    private static void CheckValue(JsonElement value, string type)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            foreach (var item in value.EnumerateArray())
                CheckValue(item, type[..^2]);
            return;
        }

        switch (type)
        {
            case "string":
                Assert.Equal(JsonValueKind.String, value.ValueKind);
                break;
            case "boolean":
                Assert.True(value.ValueKind is JsonValueKind.True or JsonValueKind.False);
                break;
            case "integer":
                Assert.True(value.TryGetInt32(out _), $"{value}");
                break;
            case "long" or "timestamp":
                Assert.True(value.TryGetInt64(out _), $"{value}");
                break;
            case "port":
                Assert.InRange(value.GetInt32(), 0, 65535);
                break;
            case "ip":
                Assert.True(IPAddress.TryParse(value.GetString(), out _), $"{value}");
                break;
            case "object":
                Assert.NotEmpty(value.EnumerateObject());
                break;
            default:
                CheckObject(value, type);
                break;
        }
    }

    // The ids, the names beside them, and the numbers that are made of others.
    private static void CheckNames(JsonElement document)
    {
        var activity = document.GetProperty("activity_id").GetInt32();
        Assert.Equal(activity switch { 5 => "Refuse", 6 => "Traffic", _ => null }, document.GetProperty("activity_name").GetString());
        Assert.Equal(4001, document.GetProperty("class_uid").GetInt32());
        Assert.Equal(4, document.GetProperty("category_uid").GetInt32());
        Assert.Equal(400100 + activity, document.GetProperty("type_uid").GetInt32());
        Assert.Equal("1.8.0", document.GetProperty("metadata").GetProperty("version").GetString());
        var profiles = document.GetProperty("metadata").GetProperty("profiles").EnumerateArray().Select(static profile => profile.GetString());
        Assert.Equal(document.TryGetProperty("action_id", out _) ? ["cloud", "security_control"] : ["cloud"], profiles);
        foreach (var observable in document.TryGetProperty("observables", out var all) ? all.EnumerateArray() : [])
        {
            var path = observable.GetProperty("name").GetString()!.Split('.');
            var value = document.GetProperty(path[0]).GetProperty(path[1].TrimEnd('[', ']'));
            Assert.Equal(observable.GetProperty("value").GetString(), (value.ValueKind == JsonValueKind.Array ? value[0] : value).GetString());
        }
    }
}
