namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>
/// From datapoints to a state, by the tables that CloudWatch's user guide has for missing data ("Configuring how
/// CloudWatch alarms treat missing data").
/// </summary>
internal static class AlarmRule
{
    public const string Missing = "missing";
    public const string Ignore = "ignore";
    public const string Breaching = "breaching";
    public const string NotBreaching = "notBreaching";

    /// <summary>What may be done about missing data; the first is the usual way.</summary>
    public static readonly string[] Treatments = [Missing, Ignore, Breaching, NotBreaching];

    /// <summary>
    /// How many periods are looked at so that gaps can be filled with older datapoints. The service does not say; its
    /// only example has five for three.
    /// </summary>
    public static int Range(int evaluationPeriods) => evaluationPeriods + Math.Max(evaluationPeriods / 3, 2);

    /// <summary>The state that the datapoints give; null if it stays as it is.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="points">A period each, the newest first; null where there is no datapoint.</param>
    public static string? Decide(Alarm alarm, IReadOnlyList<double?> points)
    {
        var real = points.Where(static point => point is not null).Select(point => alarm.IsBreaching(point!.Value)).ToList();
        var needed = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods;
        var breaching = real.Take(alarm.EvaluationPeriods).Count(static isBreaching => isBreaching);
        var missing = alarm.EvaluationPeriods - real.Count;
        var treatment = alarm.TreatMissingData ?? Missing;
        if (missing > 0 && treatment == Breaching)
            breaching += missing;
        if (breaching >= needed)
            return Alarm.InAlarm;
        if (missing <= 0 || treatment is Breaching or NotBreaching)
            return Alarm.Ok;
        if (real.Count == 0)
            return treatment == Missing ? Alarm.InsufficientData : null;
        if (real.Contains(item: false))
            return Alarm.Ok;

        // Nothing but breaching datapoints, and too few of them: enough if they have stood long enough.
        if (treatment == Ignore)
            return null;
        var oldest = points.Count - points.Reverse().TakeWhile(static point => point is null).Count();
        return oldest >= needed ? Alarm.InAlarm : Alarm.Ok;
    }
}
