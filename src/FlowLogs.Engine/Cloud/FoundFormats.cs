using FlowLogs.Records;

namespace FlowLogs.Cloud;

/// <summary>What is known of the formats of a place that flow logs are delivered to.</summary>
/// <param name="Formats">The different formats, those of the oldest flow logs first; empty where nothing is known.</param>
/// <param name="Explanation">A sentence that says where they come from, or why there are none.</param>
public sealed record FoundFormats(IReadOnlyList<FlowLogFormat> Formats, string Explanation);
