using System.Collections.Specialized;
using FlowLogs.Filtering;

namespace FlowLogs;

/// <summary>What became of one message: whether the pattern matches it and, if not, why.</summary>
public sealed class FlowFilterResult
{
    internal FlowFilterResult(long eventNumber, string message, FilterExplanation explanation, FlowFilterMatch? match)
    {
        EventNumber = eventNumber;
        Message = message;
        IsMatch = explanation.IsMatch;
        Condition = explanation.Condition;
        Position = explanation.Position;
        Value = explanation.Value;
        Reason = explanation.Reason;
        ExtractedValues = match?.ExtractedValues ?? [];
    }

    /// <summary>The message's number among those tested, from 1.</summary>
    public long EventNumber { get; }

    /// <summary>Whether the message matches.</summary>
    public bool IsMatch { get; }

    /// <summary>The condition that failed, as the pattern has it; null where none did.</summary>
    public string? Condition { get; }

    /// <summary>Where that condition begins: an index into the pattern.</summary>
    public int? Position { get; }

    /// <summary>What the message has in the condition's place; null where it has nothing.</summary>
    public string? Value { get; }

    /// <summary>Why the message does not match, in plain words.</summary>
    public string? Reason { get; }

    /// <summary>The message.</summary>
    public string Message { get; }

    /// <summary>The fields of a message that matches a delimited pattern.</summary>
    public OrderedDictionary ExtractedValues { get; }
}
