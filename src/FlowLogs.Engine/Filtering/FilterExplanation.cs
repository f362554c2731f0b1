namespace FlowLogs.Filtering;

/// <summary>Whether a message matches a pattern, and if not, why.</summary>
public sealed class FilterExplanation
{
    internal FilterExplanation(bool isMatch, string? condition, int? position, string? value, string? reason)
    {
        IsMatch = isMatch;
        Condition = condition;
        Position = position;
        Value = value;
        Reason = reason;
    }

    /// <summary>Whether the message matches.</summary>
    public bool IsMatch { get; }

    /// <summary>
    /// The condition that failed, as it is written in the pattern; null where the message matches or has not got the
    /// form that the pattern asks for.
    /// </summary>
    public string? Condition { get; }

    /// <summary>Where the condition starts: an index into the pattern; null where there is no condition.</summary>
    public int? Position { get; }

    /// <summary>What the message has in the place of the condition; null where it has nothing.</summary>
    public string? Value { get; }

    /// <summary>Why the message does not match, in plain words; null where it does.</summary>
    public string? Reason { get; }

    internal static FilterExplanation Match { get; } = new(true, null, null, null, null);
}
