namespace FlowLogs.Reading;

/// <summary>What a reader finds: a record, or the reason why there is none. One of the two is null.</summary>
public readonly record struct ReadItem
{
    // Lists of millions of these go from hand to hand.
    private readonly object? _found;

    internal ReadItem(FlowLogRecord record) => _found = record;

    internal ReadItem(FlowLogException problem) => _found = problem;

    /// <summary>The record.</summary>
    public FlowLogRecord? Record => _found as FlowLogRecord;

    /// <summary>Why there is none.</summary>
    public FlowLogException? Problem => _found is FlowLogRecord ? null : (FlowLogException?)_found;
}
