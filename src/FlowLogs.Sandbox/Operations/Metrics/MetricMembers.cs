using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>The members that say which metric is meant.</summary>
internal static class MetricMembers
{
    public const int MaxDimensions = 30;

    /// <summary>Reads a metric whose name and namespace must be there.</summary>
    public static MetricIdentity Read(RequestMembers request) =>
        Read(request, request.RequiredText("Namespace", TextRule.MetricTerm));

    public static MetricIdentity Read(RequestMembers request, string metricNamespace) => new(
        metricNamespace,
        request.RequiredText("MetricName", TextRule.MetricTerm),
        request.Structures("Dimensions", 0, MaxDimensions).Select(ReadDimension).ToList());

    /// <summary>Throws if a period is none of the service's: 1, 5, 10, 20, 30 or whole minutes.</summary>
    public static void CheckPeriod(int period, int least = 1)
    {
        if (period < least || !(period is 1 or 5 or 10 or 20 or 30 || period % 60 == 0))
            throw MetricsError.InvalidValue($"The parameter Period must be {(least == 1 ? "1, 5, 10" : "10")}, 20, 30 or a multiple of 60.");
    }

    /// <summary>Where the first period begins: at a whole minute, or where periods are shorter at a whole one of these.</summary>
    public static long Align(long start, int period) => start - (start % Math.Min(period, 60));

    public static void Write(Utf8JsonWriter answer, MetricIdentity metric)
    {
        answer.WriteString("Namespace", metric.Namespace);
        answer.WriteString("MetricName", metric.Name);
        answer.WriteStartArray("Dimensions");
        foreach (var (name, value) in metric.Dimensions)
        {
            answer.WriteStartObject();
            answer.WriteString("Name", name);
            answer.WriteString("Value", value);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }

    /// <summary>Writes a time, in epoch seconds to the millisecond.</summary>
    public static void WriteTime(this Utf8JsonWriter answer, string name, DateTimeOffset time) =>
        answer.WriteNumber(name, time.ToUnixTimeMilliseconds() / 1000m);

    private static KeyValuePair<string, string> ReadDimension(RequestMembers dimension) => new(
        dimension.RequiredText("Name", TextRule.MetricTerm),
        dimension.RequiredText("Value", TextRule.MetricDimensionValue));
}
