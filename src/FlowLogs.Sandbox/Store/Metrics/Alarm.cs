namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>An alarm on a metric: what it was told to look for, and what it has seen.</summary>
internal sealed record Alarm
{
    public const string Ok = "OK";

    public const string InAlarm = "ALARM";

    public const string InsufficientData = "INSUFFICIENT_DATA";

    public static readonly string[] States = [Ok, InAlarm, InsufficientData];

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required MetricIdentity Metric { get; init; }

    public required string Statistic { get; init; }

    /// <summary>Only values of this unit count; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>In seconds.</summary>
    public required int Period { get; init; }

    public required int EvaluationPeriods { get; init; }

    /// <summary>How many of the periods must be beyond the threshold; null for all.</summary>
    public int? DatapointsToAlarm { get; init; }

    public required double Threshold { get; init; }

    /// <summary>One of <see cref="Comparison.Names"/>.</summary>
    public required string ComparisonOperator { get; init; }

    /// <summary>One of <see cref="AlarmRule.Treatments"/>; null for the first.</summary>
    public string? TreatMissingData { get; init; }

    public bool ActionsEnabled { get; init; } = true;

    public IReadOnlyList<string> OKActions { get; init; } = [];

    public IReadOnlyList<string> AlarmActions { get; init; } = [];

    public IReadOnlyList<string> InsufficientDataActions { get; init; } = [];

    public required DateTimeOffset ConfigurationTime { get; init; }

    public AlarmState State { get; init; } = AlarmState.New;

    public string Arn => $"arn:aws:cloudwatch:{LogStore.Region}:{LogStore.AccountId}:alarm:{Name}";

    /// <summary>The time between two evaluations, in seconds.</summary>
    public int Step => Period < 60 ? 10 : 60;
}

/// <summary>The state of an alarm.</summary>
/// <param name="Value">One of <see cref="Alarm.States"/>.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="ReasonData">Why, as JSON.</param>
/// <param name="Time">Since when.</param>
/// <param name="EvaluatedTo">The last moment for which the alarm was evaluated, in epoch seconds.</param>
internal sealed record AlarmState(string Value, string Reason, string? ReasonData, DateTimeOffset Time, long EvaluatedTo)
{
    /// <summary>The state of an alarm that has just been made.</summary>
    public static readonly AlarmState New =
        new(Alarm.InsufficientData, "Unchecked: Initial alarm creation", null, DateTimeOffset.UnixEpoch, 0);
}
