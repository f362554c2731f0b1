using System.Text;
using System.Text.Json;

namespace FlowLogs.Filtering.Json;

/// <summary>
/// A place in a JSON value that some selector names or passes through. All selectors of a pattern share one tree of
/// them, so that a single pass over an event finds what each of them selects.
/// </summary>
internal sealed class JsonNode
{
    private KeyValuePair<byte[], JsonNode>[] _members = [];
    private KeyValuePair<int, JsonNode>[] _elements = [];
    // The numbers of the selected values here and below.
    private int[] _below = [];
    private int _number = -1;

    /// <summary>Adds a selector; <paramref name="count"/> counts the values that the tree selects.</summary>
    /// <returns>The number of the selected value. The same for the same steps.</returns>
    public int Add(ReadOnlySpan<JsonStep> steps, ref int count)
    {
        var path = new List<JsonNode> { this };
        foreach (var step in steps)
            path.Add(path[^1].Child(step));
        var last = path[^1];
        if (last._number < 0)
        {
            last._number = count++;
            foreach (var node in path)
                node._below = [.. node._below, last._number];
        }
        return last._number;
    }

    /// <summary>
    /// Notes where the selected values are in the value at which a reader stands, and goes to its end.
    /// </summary>
    public void Visit(ref Utf8JsonReader reader, scoped Span<JsonValue> found)
    {
        // A member that comes twice: the last one counts, with all that is in it.
        foreach (var number in _below)
            found[number] = default;

        var kind = reader.TokenType;
        var start = (int)reader.TokenStartIndex;
        if (kind == JsonTokenType.StartObject && _members.Length > 0)
            VisitMembers(ref reader, found);
        else if (kind == JsonTokenType.StartArray && _elements.Length > 0)
            VisitElements(ref reader, found);
        else if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
            reader.Skip();
        if (_number < 0)
            return;
        found[_number] = kind == JsonTokenType.String
            ? new JsonValue(kind, start + 1, reader.ValueSpan.Length, reader.ValueIsEscaped)
            : new JsonValue(kind, start, (int)reader.BytesConsumed - start, IsEscaped: false);
    }

    private void VisitMembers(ref Utf8JsonReader reader, scoped Span<JsonValue> found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var child = FindMember(ref reader);
            reader.Read();
            if (child is not null)
                child.Visit(ref reader, found);
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                reader.Skip();
        }
    }

    private void VisitElements(ref Utf8JsonReader reader, scoped Span<JsonValue> found)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (FindElement(index) is { } child)
                child.Visit(ref reader, found);
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                reader.Skip();
        }
    }

    private JsonNode? FindMember(ref Utf8JsonReader reader)
    {
        var raw = reader.ValueSpan;
        var isEscaped = reader.ValueIsEscaped;
        foreach (var member in _members)
        {
            if (isEscaped ? JsonText.AreEqual(raw, isEscaped, member.Key) : raw.SequenceEqual(member.Key))
                return member.Value;
        }
        return null;
    }

    private JsonNode? FindElement(int index)
    {
        foreach (var (known, child) in _elements)
        {
            if (known == index)
                return child;
        }
        return null;
    }

    private JsonNode Child(JsonStep step)
    {
        if (step.Name is not { } name)
        {
            if (FindElement(step.Index) is { } element)
                return element;
            var added = new JsonNode();
            _elements = [.. _elements, new(step.Index, added)];
            return added;
        }
        var utf8 = Encoding.UTF8.GetBytes(name);
        foreach (var (known, child) in _members)
        {
            if (known.AsSpan().SequenceEqual(utf8))
                return child;
        }
        var member = new JsonNode();
        _members = [.. _members, new(utf8, member)];
        return member;
    }
}
