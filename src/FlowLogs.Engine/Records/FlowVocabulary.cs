using System.Collections.Frozen;
using System.Globalization;

namespace FlowLogs.Records;

/// <summary>The values that AWS documents for a field. Immutable.</summary>
public sealed class FlowVocabulary
{
    private readonly FrozenDictionary<string, string> _meanings;

    internal FlowVocabulary(bool isOpen, params FlowFieldValue[] values)
    {
        IsOpen = isOpen;
        Values = values;
        _meanings = values.ToFrozenDictionary(static value => value.Text, static value => value.Meaning, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether AWS adds values to the list now and then, so that others are to be expected. A closed list says no more
    /// than that AWS's is thought to be whole: a line with another value is read like any other.
    /// </summary>
    public bool IsOpen { get; }

    /// <summary>The values, in AWS's order. Of a field of bits they are the bits.</summary>
    public IReadOnlyList<FlowFieldValue> Values { get; }

    /// <summary>Whether a text, in any case, is one of the values.</summary>
    public bool Contains(string text) => _meanings.ContainsKey(text);

    /// <summary>The meaning of a code; null where the list lacks it.</summary>
    internal string? MeaningOf(int code) => _meanings.GetValueOrDefault(code.ToString(CultureInfo.InvariantCulture));
}
