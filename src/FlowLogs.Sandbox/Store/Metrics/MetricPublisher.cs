using System.Globalization;

namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>
/// Runs events that come in through the metric filters of their group, as the service does: every event gives one value
/// at most, in the minute of its own timestamp.
/// </summary>
internal sealed class MetricPublisher(MetricStore metrics)
{
    public void Publish(IngestedEvents ingested)
    {
        foreach (var filter in ingested.Group.MetricFilters.Values)
        {
            foreach (ref readonly var added in ingested.Events.Span)
                Publish(filter, added);
        }
    }

    private void Publish(MetricFilter filter, in LogEvent added)
    {
        var message = added.Message.Span;
        var transformation = filter.Transformation;
        if (!filter.Pattern.IsMatch(message))
        {
            Add(filter, [], added, transformation.DefaultValue);
            return;
        }

        var values = new MatchedValues(filter.Pattern, added.Message);
        var text = IsSelector(transformation.MetricValue) ? values.Find(transformation.MetricValue) : transformation.MetricValue;
        // A value that is missing counts as the default; one that is no number does not count at all.
        var value = text is null ? transformation.DefaultValue : ToNumber(text);
        Add(filter, DimensionsOf(filter, values), added, value);
    }

    private void Add(MetricFilter filter, IReadOnlyList<KeyValuePair<string, string>> dimensions, in LogEvent added, double? value)
    {
        if (value is not { } number)
            return;
        var transformation = filter.Transformation;
        var metric = new MetricIdentity(transformation.MetricNamespace, transformation.MetricName, dimensions);
        metrics.Add(metric, transformation.Unit ?? StandardUnit.None, added.Timestamp / 1000, StatisticSet.Of(number));
    }

    // Where a dimension has no value, the event counts for the metric without any.
    private static List<KeyValuePair<string, string>> DimensionsOf(MetricFilter filter, MatchedValues values)
    {
        var dimensions = new List<KeyValuePair<string, string>>();
        foreach (var (name, selector) in filter.Transformation.Dimensions)
        {
            if (values.Find(selector) is not { Length: > 0 } value)
                return [];
            dimensions.Add(new(name, value));
        }

        foreach (var field in filter.SystemFieldDimensions)
        {
            dimensions.Add(new(field, field switch
            {
                "@aws.region" => LogStore.Region,
                "@aws.account" => LogStore.AccountId,
                _ => filter.LogGroupName,
            }));
        }

        return dimensions;
    }

    private static bool IsSelector(string value) => value.StartsWith('$');

    private static double? ToNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
}
