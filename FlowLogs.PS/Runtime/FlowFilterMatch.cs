using System.Collections.Specialized;

namespace FlowLogs;

/// <summary>A message that a filter pattern matches, in the form of TestMetricFilter's answer.</summary>
public sealed class FlowFilterMatch
{
    private FlowFilterMatch(long eventNumber, string message, OrderedDictionary extractedValues)
    {
        EventNumber = eventNumber;
        Message = message;
        ExtractedValues = extractedValues;
    }

    /// <summary>The message's number among those tested, from 1.</summary>
    public long EventNumber { get; }

    /// <summary>The message.</summary>
    public string Message { get; }

    /// <summary>For a delimited pattern the fields by name (<c>$srcaddr</c>), in order; empty for the other kinds.</summary>
    public OrderedDictionary ExtractedValues { get; }

    internal static FlowFilterMatch From(long eventNumber, string message, IEnumerable<KeyValuePair<string, string>> values)
    {
        var ordered = new OrderedDictionary();
        foreach (var (name, value) in values)
            ordered.Add(name, value);
        return new FlowFilterMatch(eventNumber, message, ordered);
    }
}
