namespace FlowLogs.Sandbox.Store;

/// <summary>What a metric filter writes for an event that matches.</summary>
internal sealed record MetricTransformation
{
    public required string MetricName { get; init; }

    public required string MetricNamespace { get; init; }

    /// <summary>A number or a selector.</summary>
    public required string MetricValue { get; init; }

    public double? DefaultValue { get; init; }

    public string? Unit { get; init; }

    /// <summary>Names of dimensions and the selectors of their values, in the order of the request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; init; } = [];
}
