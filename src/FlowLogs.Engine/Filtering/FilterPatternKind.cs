namespace FlowLogs.Filtering;

/// <summary>The three kinds of CloudWatch Logs filter patterns.</summary>
public enum FilterPatternKind
{
    /// <summary>Terms, or one regular expression, searched for in the whole message.</summary>
    Text,

    /// <summary>Conditions on the members of a JSON object: <c>{ $.a = 1 }</c>.</summary>
    Json,

    /// <summary>Conditions on the fields of a line: <c>[a, b = 1, ...]</c>.</summary>
    Delimited,
}
