using System.Globalization;
using System.Text.Json;

namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>
/// The members of a request, or of a structure inside one. Reading a member checks it against the service's model; a
/// wrong type is an error at once, broken constraints are gathered until <see cref="Validate"/>, as the service does.
/// </summary>
internal sealed class RequestMembers
{
    private readonly JsonElement _members;
    private readonly string _list;
    private readonly int _number;
    private readonly List<string> _violations;
    private readonly string _validationError;

    /// <summary>Takes a request.</summary>
    /// <param name="body">The members.</param>
    /// <param name="validationError">What the service calls broken constraints.</param>
    public RequestMembers(JsonElement body, string validationError)
        : this(body, "", 0, [], validationError)
    {
    }

    private RequestMembers(JsonElement members, string list, int number, List<string> violations, string validationError)
    {
        _validationError = validationError;
        if (members.ValueKind != JsonValueKind.Object)
            throw ServiceException.Serialization("Unexpected value where a structure or map was expected.");
        (_members, _list, _number, _violations) = (members, list, number, violations);
    }

    /// <summary>Throws if anything that was read so far broke a constraint.</summary>
    public void Validate()
    {
        if (_violations.Count == 0)
            return;
        var noun = _violations.Count == 1 ? "error" : "errors";
        throw new ServiceException(
            _validationError, $"{_violations.Count} validation {noun} detected: {string.Join("; ", _violations)}");
    }

    public string? Text(string name, TextRule rule) =>
        Find(name) is { } value ? Check(name, AsText(value), rule) : null;

    /// <summary>A text that must be there; empty where <see cref="Validate"/> is going to throw.</summary>
    public string RequiredText(string name, TextRule rule) => Text(name, rule) ?? Missing(name, "");

    /// <summary>A text out of a few. The service does not repeat the value in this message.</summary>
    public string? Choice(string name, IReadOnlyList<string> choices)
    {
        var text = Text(name, TextRule.Any);
        if (text is not null && !choices.Contains(text, StringComparer.Ordinal))
            Report(name, "", $"Member must satisfy enum value set: [{string.Join(", ", choices)}]");
        return text;
    }

    public int? Number(string name, int min, int max)
    {
        if (Find(name) is not { } value)
            return null;
        var number = AsInteger(value, "Integer");
        if (number < min)
            Report(name, Shown(number), $"Member must have value greater than or equal to {min}");
        else if (number > max)
            Report(name, Shown(number), $"Member must have value less than or equal to {max}");
        return (int)Math.Clamp(number, min, max);
    }

    /// <summary>A time in epoch milliseconds.</summary>
    public long? Time(string name)
    {
        if (Find(name) is not { } value)
            return null;
        var time = AsInteger(value, "Long");
        if (time < 0)
            Report(name, Shown(time), "Member must have value greater than or equal to 0");
        return time;
    }

    /// <summary>A time that must be there; 0 where <see cref="Validate"/> is going to throw.</summary>
    public long RequiredTime(string name) => Time(name) ?? Missing(name, 0L);

    public double? Real(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw WrongType(value, "Double");
    }

    public bool? Flag(string name) => Find(name) is not { } value
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw WrongType(value, "Boolean"),
        };

    public IReadOnlyList<string>? Texts(string name, TextRule rule, int min, int max)
    {
        if (List(name, min, max) is not { } list)
            return null;
        var texts = new List<string>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
            texts.Add(Check($"{name}.{texts.Count + 1}.member", AsText(item), rule));
        return texts;
    }

    /// <summary>A list that must be there; empty where <see cref="Validate"/> is going to throw.</summary>
    public IReadOnlyList<string> RequiredTexts(string name, TextRule rule, int min, int max) =>
        Texts(name, rule, min, max) ?? Missing<IReadOnlyList<string>>(name, []);

    /// <summary>Structures that must be there; none where <see cref="Validate"/> is going to throw.</summary>
    public IReadOnlyList<RequestMembers> RequiredStructures(string name, int min, int max) =>
        Find(name) is null ? Missing<IReadOnlyList<RequestMembers>>(name, []) : Structures(name, min, max);

    public IReadOnlyList<RequestMembers> Structures(string name, int min, int max)
    {
        if (List(name, min, max) is not { } list)
            return [];
        var structures = new List<RequestMembers>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
            structures.Add(new RequestMembers(item, name, structures.Count + 1, _violations, _validationError));
        return structures;
    }

    public RequestMembers? Structure(string name) => Find(name) is { } members
        ? new RequestMembers(members, _list, _number, _violations, _validationError)
        : null;

    public IReadOnlyList<double> Reals(string name, int max)
    {
        if (List(name, 0, max) is not { } list)
            return [];
        var numbers = new List<double>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
            numbers.Add(item.ValueKind == JsonValueKind.Number ? item.GetDouble() : throw WrongType(item, "Double"));
        return numbers;
    }

    /// <summary>A time that is written as epoch seconds, perhaps with a fraction; in whole seconds.</summary>
    public long? Seconds(string name) => Real(name) is { } seconds ? (long)Math.Floor(Math.Clamp(seconds, 0, 253402300799)) : null;

    /// <summary>A time in seconds that must be there; 0 where <see cref="Validate"/> is going to throw.</summary>
    public long RequiredSeconds(string name) => Seconds(name) ?? Missing(name, 0L);

    /// <summary>A number that must be there; the least where <see cref="Validate"/> is going to throw.</summary>
    public int RequiredNumber(string name, int min, int max) => Number(name, min, max) ?? Missing(name, min);

    /// <summary>A real number that must be there; 0 where <see cref="Validate"/> is going to throw.</summary>
    public double RequiredReal(string name) => Real(name) ?? Missing(name, 0.0);

    /// <summary>A text out of a few that must be there; empty where <see cref="Validate"/> is going to throw.</summary>
    public string RequiredChoice(string name, IReadOnlyList<string> choices) => Choice(name, choices) ?? Missing(name, "");

    public bool Has(string name) => Find(name) is not null;

    /// <summary>The pairs of a map, in the order in which they were written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Map(string name, TextRule rule)
    {
        if (Find(name) is not { } map)
            return [];
        if (map.ValueKind != JsonValueKind.Object)
            throw WrongType(map, "Map");
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in map.EnumerateObject())
            pairs.Add(new(Check(name, pair.Name, rule), Check(name, AsText(pair.Value), rule)));
        return pairs;
    }

    private JsonElement? List(string name, int min, int max)
    {
        if (Find(name) is not { } list)
            return null;
        if (list.ValueKind != JsonValueKind.Array)
            throw WrongType(list, "List");
        if (list.GetArrayLength() < min)
            Report(name, "", $"Member must have length greater than or equal to {min}");
        else if (list.GetArrayLength() > max)
            Report(name, "", $"Member must have length less than or equal to {max}");
        return list;
    }

    // A member that is null counts as not given.
    private JsonElement? Find(string name) =>
        _members.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string Check(string name, string value, TextRule rule)
    {
        if (rule.BrokenBy(value) is { } constraint)
            Report(name, Shown(value), constraint);
        return value;
    }

    private T Missing<T>(string name, T standIn)
    {
        Report(name, " null", "Member must not be null");
        return standIn;
    }

    private void Report(string name, string shownValue, string constraint)
    {
        var path = _list.Length == 0
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{_list}.{_number}.member.{name}");
        _violations.Add($"Value{shownValue} at '{path}' failed to satisfy constraint: {constraint}");
    }

    private static string Shown<T>(T value) => string.Create(CultureInfo.InvariantCulture, $" '{value}'");

    private static string AsText(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw WrongType(value, "String");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape.
            throw ServiceException.Serialization("A string is not valid Unicode.");
        }
    }

    private static long AsInteger(JsonElement value, string type) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw WrongType(value, type);

    private static ServiceException WrongType(JsonElement value, string type) => ServiceException.Serialization(
        value.ValueKind switch
        {
            JsonValueKind.String => $"STRING_VALUE cannot be converted to {type}",
            JsonValueKind.Number => $"NUMBER_VALUE cannot be converted to {type}",
            JsonValueKind.True => $"TRUE_VALUE cannot be converted to {type}",
            JsonValueKind.False => $"FALSE_VALUE cannot be converted to {type}",
            JsonValueKind.Null => $"NULL_VALUE cannot be converted to {type}",
            JsonValueKind.Array => "Start of list found where not expected",
            _ => "Start of structure or map found where not expected.",
        });
}
