namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>What tells one metric from another. The order of the dimensions does not count.</summary>
internal sealed class MetricIdentity : IEquatable<MetricIdentity>
{
    public MetricIdentity(string metricNamespace, string name, IEnumerable<KeyValuePair<string, string>> dimensions)
    {
        (Namespace, Name) = (metricNamespace, name);
        Dimensions = [.. dimensions.OrderBy(static dimension => dimension.Key, StringComparer.Ordinal)];
        Key = string.Join('\0', [metricNamespace, name, .. Dimensions.SelectMany(static d => new[] { d.Key, d.Value })]);
    }

    public string Namespace { get; }

    public string Name { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; }

    /// <summary>All of it in one text, by which metrics are sorted.</summary>
    public string Key { get; }

    public bool Equals(MetricIdentity? other) => Key == other?.Key;

    public override bool Equals(object? obj) => Equals(obj as MetricIdentity);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
