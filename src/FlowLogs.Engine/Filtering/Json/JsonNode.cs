using System.Text;
using System.Text.Json;

namespace FlowLogs.Filtering.Json;

/// <summary>
/// A place in a JSON value that some selector names or passes through. All selectors of a pattern share one tree of
/// them, so that a single pass over an event finds what each of them selects.
/// </summary>
internal sealed class JsonNode
{
    // Arrays, though they grow while the pattern is read: every event goes through them.
    private (byte[] Name, JsonNode Child)[] _members = [];
    private (int Index, JsonNode Child)[] _elements = [];
    // A bit for the key of each name: most names of an event are none that is looked for.
    private ulong _keys;
    // The numbers of the selected values here and below.
    private int[] _below = [];
    private int _number = -1;
    // What is asked of all elements, where only one condition asks: then it can be answered on the way.
    private JsonCandidates? _candidates;
    private int _answer = -1;

    /// <summary>Adds a selector; <paramref name="count"/> counts the values that the tree selects.</summary>
    /// <returns>The number of the selected value. The same for the same steps.</returns>
    public int Add(ReadOnlySpan<JsonStep> steps, ref int count)
    {
        var path = Path(steps);
        var last = path[^1];
        if (last._number < 0)
            last._number = Register(path, ref count);
        return last._number;
    }

    /// <summary>Adds what is asked of all elements of a value, to be answered while the value is read.</summary>
    /// <returns>The number of the value that is the answer; -1: another condition has taken the place.</returns>
    public int Ask(ReadOnlySpan<JsonStep> steps, JsonCandidates candidates, ref int count)
    {
        var path = Path(steps);
        var last = path[^1];
        if (last._candidates is not null)
            return -1;
        last._candidates = candidates;
        return last._answer = Register(path, ref count);
    }

    /// <summary>
    /// Notes where the selected values are in the value at which a reader of a text stands, and goes to its end.
    /// </summary>
    public void Visit(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> json, scoped Span<JsonValue> found)
    {
        // A member that comes twice: the last one counts, with all that is in it.
        foreach (var number in _below)
            found[number] = default;

        var kind = reader.TokenType;
        var start = (int)reader.TokenStartIndex;
        if (kind == JsonTokenType.StartObject && _members.Length > 0)
            VisitMembers(ref reader, json, found);
        else if (kind == JsonTokenType.StartArray && _elements.Length > 0)
            VisitElements(ref reader, json, found);
        else if (kind == JsonTokenType.StartArray && _candidates is { } candidates)
            VisitCandidates(ref reader, json, found, candidates);
        else
            reader.Skip();
        if (_number < 0)
            return;
        found[_number] = kind == JsonTokenType.String
            ? new JsonValue(kind, start + 1, reader.ValueSpan.Length, reader.ValueIsEscaped)
            : new JsonValue(kind, start, (int)reader.BytesConsumed - start, IsEscaped: false);
    }

    private void VisitMembers(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> json, scoped Span<JsonValue> found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var child = FindMember(ref reader);
            reader.Read();
            if (child is not null)
                child.Visit(ref reader, json, found);
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                reader.Skip();
        }
    }

    private void VisitElements(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> json, scoped Span<JsonValue> found)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (FindElement(index) is { } child)
                child.Visit(ref reader, json, found);
            else
                reader.Skip();
        }
    }

    // Once one is accepted the others are only read.
    private void VisitCandidates(
        ref Utf8JsonReader reader,
        scoped ReadOnlySpan<byte> json,
        scoped Span<JsonValue> found,
        JsonCandidates candidates)
    {
        var isAccepted = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (isAccepted)
                reader.Skip();
            else
                isAccepted = candidates.IsAccepted(ref reader, json);
        }
        found[_answer] = JsonValue.Of(isAccepted);
    }

    private JsonNode? FindMember(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        var isEscaped = reader.ValueIsEscaped;
        if (!isEscaped && ((_keys >> Key(name)) & 1) == 0)
            return null;
        foreach (var (known, child) in _members)
        {
            if (JsonText.AreEqual(name, isEscaped, known))
                return child;
        }
        return null;
    }

    // 0 to 63, for shifting.
    private static int Key(ReadOnlySpan<byte> name) => name.IsEmpty ? 0 : (name[^1] + name.Length) & 63;

    private JsonNode? FindElement(int index)
    {
        foreach (var (known, child) in _elements)
        {
            if (known == index)
                return child;
        }
        return null;
    }

    private List<JsonNode> Path(ReadOnlySpan<JsonStep> steps)
    {
        var path = new List<JsonNode> { this };
        foreach (var step in steps)
            path.Add(path[^1].Child(step));
        return path;
    }

    private static int Register(List<JsonNode> path, ref int count)
    {
        foreach (var node in path)
            node._below = [.. node._below, count];
        return count++;
    }

    private JsonNode Child(JsonStep step)
    {
        if (step.Name is not { } name)
        {
            if (FindElement(step.Index) is { } element)
                return element;
            var added = new JsonNode();
            _elements = [.. _elements, (step.Index, added)];
            return added;
        }
        var utf8 = Encoding.UTF8.GetBytes(name);
        foreach (var (known, child) in _members)
        {
            if (known.AsSpan().SequenceEqual(utf8))
                return child;
        }
        var member = new JsonNode();
        _members = [.. _members, (utf8, member)];
        _keys |= 1UL << Key(utf8);
        return member;
    }
}
