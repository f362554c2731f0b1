namespace FlowLogs.Reading;

/// <summary>What a reader finds: a record, or the reason why there is none. One of the two is null.</summary>
public readonly record struct ReadItem(FlowLogRecord? Record, FlowLogException? Problem)
{
    internal ReadItem(FlowLogRecord record)
        : this(record, null)
    {
    }

    internal ReadItem(FlowLogException problem)
        : this(null, problem)
    {
    }
}
