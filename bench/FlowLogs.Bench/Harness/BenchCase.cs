using FlowLogs.Bench.Data;

namespace FlowLogs.Bench.Harness;

/// <summary>Something that is done to the messages from one number to below another. Its result counts something.</summary>
internal delegate long Work(int from, int to);

/// <summary>Work of FlowLogs, and what it is compared with: plain code over the same messages.</summary>
/// <param name="Area">The part of FlowLogs; a heading of the report.</param>
/// <param name="Name">What is done.</param>
/// <param name="Messages">The messages.</param>
/// <param name="Work">What FlowLogs does.</param>
/// <param name="BaselineName">What the baseline does.</param>
/// <param name="Baseline">The baseline.</param>
internal sealed record BenchCase(
    string Area,
    string Name,
    Messages Messages,
    Work Work,
    string BaselineName,
    Work Baseline)
{
    /// <summary>Whether work and baseline must count the same.</summary>
    public bool SameResult { get; init; }

    /// <summary>How many times the baseline's time the work may take; null: as it comes.</summary>
    public double? MaxRatio { get; init; }

    /// <summary>How many messages a second the work must reach; null: as it comes.</summary>
    public double? MinRate { get; init; }
}
