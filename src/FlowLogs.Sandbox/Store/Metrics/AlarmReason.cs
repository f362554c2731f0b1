using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>Why an alarm changed its state, in the service's words.</summary>
internal static class AlarmReason
{
    /// <summary>The reason for people.</summary>
    /// <param name="alarm">The alarm in its old state.</param>
    /// <param name="state">The new state.</param>
    /// <param name="points">The datapoints that were looked at, the newest first.</param>
    public static string Text(Alarm alarm, string state, IReadOnlyList<KeyValuePair<long, double>> points)
    {
        var periods = alarm.EvaluationPeriods;
        if (state == Alarm.InsufficientData)
            return string.Create(CultureInfo.InvariantCulture, $"Insufficient Data: {periods} {Plural(periods, "datapoint was", "datapoints were")} unknown.");
        if (points.Count == 0)
        {
            var treated = alarm.TreatMissingData == AlarmRule.Breaching ? "Breaching" : "NonBreaching";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Threshold Crossed: no datapoints were received for {periods} {Plural(periods, "period", "periods")} and {periods} missing {Plural(periods, "datapoint was", "datapoints were")} treated as [{treated}].");
        }

        var isAlarm = state == Alarm.InAlarm;
        var crossing = points.Where(point => alarm.IsBreaching(point.Value) == isAlarm).ToList();
        var needed = alarm.DatapointsToAlarm ?? periods;
        var least = isAlarm ? needed : periods - needed + 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Threshold Crossed: {crossing.Count} out of the last {points.Count} datapoints [{string.Join(", ", crossing.Select(Shown))}] {Plural(crossing.Count, "was", "were")} {(isAlarm ? "" : "not ")}{Comparison.Words(alarm.ComparisonOperator)} the threshold ({Number(alarm.Threshold)}) (minimum {least} {Plural(least, "datapoint", "datapoints")} for {alarm.State.Value} -> {state} transition).");
    }

    /// <summary>The reason for programs.</summary>
    public static string Data(Alarm alarm, DateTimeOffset time, IReadOnlyList<KeyValuePair<long, double>> points)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("version", "1.0");
            writer.WriteString("queryDate", Iso(time));
            if (points.Count > 0)
                writer.WriteString("startDate", Iso(DateTimeOffset.FromUnixTimeSeconds(points[^1].Key)));
            writer.WriteString("statistic", alarm.Statistic);
            writer.WriteNumber("period", alarm.Period);
            writer.WriteStartArray("recentDatapoints");
            foreach (var point in points.Reverse())
                writer.WriteNumberValue(point.Value);
            writer.WriteEndArray();
            writer.WriteNumber("threshold", alarm.Threshold);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
    }

    private static string Shown(KeyValuePair<long, double> point) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Number(point.Value)} ({DateTimeOffset.FromUnixTimeSeconds(point.Key):dd/MM/yy HH:mm:ss})");

    private static string Number(double value) => value.ToString("0.0###############", CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private static string Plural(int count, string one, string several) => count == 1 ? one : several;
}
