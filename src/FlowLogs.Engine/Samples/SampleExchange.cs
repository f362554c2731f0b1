namespace FlowLogs.Samples;

/// <summary>A request and its answer.</summary>
internal readonly record struct SampleExchange(SampleFlow Request, SampleFlow Answer);
