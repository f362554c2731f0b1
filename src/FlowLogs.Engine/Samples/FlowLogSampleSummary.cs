namespace FlowLogs;

/// <summary>What a scenario of a generated flow log consists of: what a search for it ought to find.</summary>
public sealed class FlowLogSampleSummary
{
    internal FlowLogSampleSummary(string scenario) => Scenario = scenario;

    /// <summary>The scenario's name, one of <see cref="FlowScenario"/>.</summary>
    public string Scenario { get; }

    /// <summary>How many records it has; 0 where the log was too short for it.</summary>
    public long Records { get; internal init; }

    /// <summary>Where its first record begins, UTC; null where it has none.</summary>
    public DateTimeOffset? FirstTime { get; internal init; }

    /// <summary>Where the last of its records to end ends, UTC; null where it has none.</summary>
    public DateTimeOffset? LastTime { get; internal init; }

    /// <summary>Who opened connections: the sources of all records but the answers, sorted as text.</summary>
    public string[] SrcAddr { get; internal init; } = [];

    /// <summary>To whom: the destinations of these records, sorted as text.</summary>
    public string[] DstAddr { get; internal init; } = [];

    /// <summary>The destination ports of these records, ascending.</summary>
    public int[] DstPort { get; internal init; } = [];
}
