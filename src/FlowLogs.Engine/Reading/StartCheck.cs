namespace FlowLogs.Reading;

/// <summary>
/// Leaves out records without a start where a time range is to choose. The test of a line lets these pass, so that they
/// are told of first, once.
/// </summary>
/// <param name="options">The time range.</param>
/// <param name="source">The records' source, for the message; null where they are objects.</param>
internal sealed class StartCheck(FlowReadOptions options, string? source)
{
    private readonly bool _isNeeded = options.StartTime is not null || options.EndTime is not null;
    private bool _hasTold;

    /// <summary>Whether a record stays.</summary>
    /// <param name="record">The record.</param>
    /// <param name="problem">That there are records without a start (<c>NoStartField</c>), with the first of them.</param>
    public bool Passes(FlowLogRecord record, out FlowLogException? problem)
    {
        problem = null;
        if (!_isNeeded || record.Start is not null)
            return true;
        if (!_hasTold)
        {
            _hasTold = true;
            problem = new FlowLogException(
                "NoStartField",
                FlowErrorKind.InvalidData,
                $"{(source is null ? "There are" : source + " has")} records without a start field, so that a time range cannot choose among them; they are left out.",
                source ?? (object)record);
        }

        return false;
    }
}
