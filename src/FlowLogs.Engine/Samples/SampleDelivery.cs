namespace FlowLogs.Samples;

/// <summary>What the service delivers at once: one window's records of one interface.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="Time">When the records arrive in the log, epoch milliseconds.</param>
/// <param name="Records">The records in the order of their start; never empty.</param>
internal sealed record SampleDelivery(SampleInterface Interface, long Time, IReadOnlyList<SampleRecord> Records);
