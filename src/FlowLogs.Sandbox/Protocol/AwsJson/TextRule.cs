using System.Buffers;

namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>What the service's model says of a string: its length, and the characters it may have.</summary>
/// <param name="MinLength">The least number of characters.</param>
/// <param name="MaxLength">The greatest number of characters.</param>
/// <param name="Pattern">The model's regular expression, for the error message; null if any character will do.</param>
/// <param name="Allowed">The characters of the pattern, if it lists those that may stand.</param>
/// <param name="Forbidden">The characters of the pattern, if it lists those that may not.</param>
internal sealed record TextRule(
    int MinLength,
    int MaxLength = int.MaxValue,
    string? Pattern = null,
    SearchValues<char>? Allowed = null,
    SearchValues<char>? Forbidden = null)
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> GroupNameCharacters = SearchValues.Create(Alphanumeric + ".-_/#");

    public static readonly TextRule Any = new(0);

    public static readonly TextRule LogGroupName = new(1, 512, @"[\.\-_/#A-Za-z0-9]+", GroupNameCharacters);

    public static readonly TextRule LogGroupNamePattern = new(0, 512, @"[\.\-_/#A-Za-z0-9]*", GroupNameCharacters);

    public static readonly TextRule LogGroupIdentifier =
        new(1, 2048, @"[\w#+=/:,.@-]*", SearchValues.Create(Alphanumeric + "_#+=/:,.@-"));

    public static readonly TextRule LogStreamName = new(1, 512, "[^:*]*", Forbidden: SearchValues.Create(":*"));

    public static readonly TextRule FilterName = LogStreamName;

    public static readonly TextRule FilterPattern = new(0, 1024);

    public static readonly TextRule MetricName = new(0, 255, "[^:*$]*", Forbidden: SearchValues.Create(":*$"));

    /// <summary>The model forbids the colon here as well, but the service takes it.</summary>
    public static readonly TextRule MetricNamespace = new(0, 255, "[^:*$]*", Forbidden: SearchValues.Create("*$"));

    public static readonly TextRule MetricValue = new(0, 100);

    public static readonly TextRule Dimension = new(0, 255);

    public static readonly TextRule FieldSelectionCriteria = new(0, 2000);

    public static readonly TextRule DestinationArn = new(1);

    public static readonly TextRule AlarmName = new(1, 255);

    public static readonly TextRule AlarmDescription = new(0, 1024);

    public static readonly TextRule AlarmAction = new(1, 1024);

    public static readonly TextRule StateReason = new(0, 1023);

    public static readonly TextRule StateReasonData = new(0, 4000);

    /// <summary>A name in CloudWatch: of a metric, its namespace, a dimension, a query.</summary>
    public static readonly TextRule MetricTerm = new(1, 255);

    public static readonly TextRule MetricDimensionValue = new(1, 1024);

    public static readonly TextRule KmsKeyId = new(0, 256);

    public static readonly TextRule NextToken = new(1);

    public static readonly TextRule EventMessage = new(1);

    /// <summary>Which constraint a value breaks, in the service's words; null for none.</summary>
    public string? BrokenBy(string value)
    {
        if (value.Length < MinLength)
            return $"Member must have length greater than or equal to {MinLength}";
        if (value.Length > MaxLength)
            return $"Member must have length less than or equal to {MaxLength}";
        if ((Allowed is not null && value.AsSpan().ContainsAnyExcept(Allowed))
            || (Forbidden is not null && value.AsSpan().ContainsAny(Forbidden)))
            return $"Member must satisfy regular expression pattern: {Pattern}";
        return null;
    }
}
