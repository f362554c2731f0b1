namespace FlowLogs.Samples;

/// <summary>What a record's log-status says.</summary>
internal enum SampleStatus : byte
{
    Ok,
    NoData,
    SkipData,
}
