namespace FlowLogs.Samples;

/// <summary>A generated record and what it belongs to.</summary>
/// <param name="Record">The record.</param>
/// <param name="Scenario">What it belongs to.</param>
public readonly record struct FlowLogSampleRecord(FlowLogRecord Record, FlowScenario Scenario);
