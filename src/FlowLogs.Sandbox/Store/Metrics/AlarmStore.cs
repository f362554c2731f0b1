using System.Collections.Immutable;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>
/// All alarms. They are evaluated when somebody looks and before values are added, for each minute that has passed, so
/// that every state comes from what was known at its time.
/// </summary>
internal sealed class AlarmStore
{
    // Of a longer time in which nobody looked only the end is evaluated.
    private const int MaxSteps = 1440;

    private readonly object _gate = new();
    private readonly MetricStore _metrics;
    private ImmutableSortedDictionary<string, Alarm> _alarms =
        ImmutableSortedDictionary.Create<string, Alarm>(StringComparer.Ordinal);

    public AlarmStore(MetricStore metrics)
    {
        _metrics = metrics;
        metrics.Changing = Evaluate;
    }

    public DateTimeOffset Now => _metrics.Now;

    /// <summary>All alarms in their present state, by name.</summary>
    public ImmutableSortedDictionary<string, Alarm> Alarms
    {
        get
        {
            Evaluate();
            lock (_gate)
                return _alarms;
        }
    }

    /// <summary>Adds an alarm, or replaces the one of the same name, whose state stays.</summary>
    public void Put(Alarm alarm)
    {
        Evaluate();
        lock (_gate)
        {
            var state = _alarms.TryGetValue(alarm.Name, out var old)
                ? old.State
                : AlarmState.New with { Time = Now, EvaluatedTo = Now.ToUnixTimeSeconds() };
            _alarms = _alarms.SetItem(alarm.Name, alarm with { State = state });
        }
    }

    /// <summary>Removes alarms: all, or none if one of them does not exist.</summary>
    public void Delete(IReadOnlyList<string> names)
    {
        lock (_gate)
        {
            if (names.FirstOrDefault(name => !_alarms.ContainsKey(name)) is { } missing)
                throw ServiceException.NoSuchAlarm($"The following alarm does not exist: {missing}");
            _alarms = _alarms.RemoveRange(names);
        }
    }

    /// <summary>Sets a state, which lasts until the alarm is evaluated again.</summary>
    public void SetState(string name, string state, string reason, string? reasonData)
    {
        Evaluate();
        lock (_gate)
        {
            if (!_alarms.TryGetValue(name, out var alarm))
                throw ServiceException.NoSuchAlarm("");
            _alarms = _alarms.SetItem(name, alarm with
            {
                State = alarm.State with { Value = state, Reason = reason, ReasonData = reasonData, Time = Now },
            });
        }
    }

    private void Evaluate()
    {
        lock (_gate)
        {
            var now = Now.ToUnixTimeSeconds();
            foreach (var alarm in _alarms.Values)
            {
                var current = alarm;
                var last = now - (now % alarm.Step);
                var first = alarm.State.EvaluatedTo - (alarm.State.EvaluatedTo % alarm.Step) + alarm.Step;
                for (var time = Math.Max(first, last - ((long)MaxSteps * alarm.Step)); time <= last; time += alarm.Step)
                    current = EvaluateAt(current, time);
                if (!ReferenceEquals(current, alarm))
                    _alarms = _alarms.SetItem(alarm.Name, current);
            }
        }
    }

    private Alarm EvaluateAt(Alarm alarm, long time)
    {
        var range = AlarmRule.Range(alarm.EvaluationPeriods);
        var start = time - ((long)range * alarm.Period);
        var found = _metrics.Read(alarm.Metric, alarm.Unit, start, time, alarm.Period);
        var points = new double?[range];
        for (var i = 0; i < range; i++)
        {
            if (found.TryGetValue(time - ((i + 1L) * alarm.Period), out var values))
                points[i] = values.Get(alarm.Statistic);
        }

        var state = alarm.State with { EvaluatedTo = time };
        if (AlarmRule.Decide(alarm, points) is { } value && value != state.Value)
        {
            var real = found.Reverse()
                .Take(alarm.EvaluationPeriods)
                .Select(point => KeyValuePair.Create(point.Key, point.Value.Get(alarm.Statistic)))
                .ToList();
            var when = DateTimeOffset.FromUnixTimeSeconds(time);
            state = new(value, AlarmReason.Text(alarm, value, real), AlarmReason.Data(alarm, when, real), when, time);
        }

        return alarm with { State = state };
    }
}
