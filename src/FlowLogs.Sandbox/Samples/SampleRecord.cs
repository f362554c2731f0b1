namespace FlowLogs.Sandbox.Samples;

/// <summary>A flow log record.</summary>
/// <param name="Start">Where it begins, in epoch seconds.</param>
/// <param name="Line">The record in the default format.</param>
internal readonly record struct SampleRecord(long Start, string Line);
