namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>All metrics: for each, and each unit, the values of every minute, or second where one was asked for.</summary>
internal sealed class MetricStore(TimeProvider clock)
{
    private readonly object _gate = new();
    private readonly Dictionary<MetricIdentity, SortedDictionary<string, SortedList<long, StatisticSet>>> _metrics = [];

    /// <summary>Is told before values are added.</summary>
    public Action? Changing { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Adds values to a metric.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="unit">Their unit.</param>
    /// <param name="time">When they were measured, in epoch seconds.</param>
    /// <param name="values">The values.</param>
    /// <param name="resolution">The seconds in which they lie together with others, 1 or 60.</param>
    public void Add(MetricIdentity metric, string unit, long time, StatisticSet values, int resolution = 60)
    {
        Changing?.Invoke();
        lock (_gate)
        {
            if (!_metrics.TryGetValue(metric, out var units))
                _metrics[metric] = units = new(StringComparer.Ordinal);
            if (!units.TryGetValue(unit, out var series))
                units[unit] = series = [];
            var start = time - (time % resolution);
            series[start] = series.TryGetValue(start, out var known) ? known + values : values;
        }
    }

    /// <summary>The datapoints of a stretch of time, period by period from its start on; periods without values are left out.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="unit">The unit; null for all of them together.</param>
    /// <param name="start">Where it begins, in epoch seconds.</param>
    /// <param name="end">Where it ends; not part of it.</param>
    /// <param name="period">The length of a period in seconds.</param>
    public SortedList<long, StatisticSet> Read(MetricIdentity metric, string? unit, long start, long end, int period)
    {
        var points = new SortedList<long, StatisticSet>();
        lock (_gate)
        {
            if (!_metrics.TryGetValue(metric, out var units))
                return points;
            foreach (var series in units.Where(pair => unit is null || pair.Key == unit).Select(pair => pair.Value))
            {
                for (var i = IndexOf(series, start); i < series.Count && series.Keys[i] < end; i++)
                {
                    var time = start + ((series.Keys[i] - start) / period * period);
                    points[time] = points.TryGetValue(time, out var known) ? known + series.Values[i] : series.Values[i];
                }
            }
        }

        return points;
    }

    /// <summary>The units that a metric has values of.</summary>
    public IReadOnlyList<string> UnitsOf(MetricIdentity metric)
    {
        lock (_gate)
            return _metrics.TryGetValue(metric, out var units) ? [.. units.Keys] : [];
    }

    /// <summary>All metrics with the time of their last value, in order.</summary>
    public IReadOnlyList<(MetricIdentity Metric, long LastTime)> List()
    {
        lock (_gate)
        {
            return
            [
                .. _metrics.Select(static pair => (pair.Key, pair.Value.Values.Max(static series => series.Keys[^1])))
                    .OrderBy(static row => row.Key.Key, StringComparer.Ordinal),
            ];
        }
    }

    private static int IndexOf(SortedList<long, StatisticSet> series, long time)
    {
        var (low, high) = (0, series.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (series.Keys[middle] < time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
