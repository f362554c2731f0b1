using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>How much of what was asked GetMetricData gives.</summary>
public class StatusCode : ConstantClass
{
    /// <summary>All datapoints of the range are there.</summary>
    public static readonly StatusCode Complete = new("Complete");

    /// <summary>The account's settings forbid to read the metric.</summary>
    public static readonly StatusCode Forbidden = new("Forbidden");

    /// <summary>The service failed.</summary>
    public static readonly StatusCode InternalError = new("InternalError");

    /// <summary>More come with the next page.</summary>
    public static readonly StatusCode PartialData = new("PartialData");

    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public StatusCode(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static StatusCode FindValue(string value) => FindValue<StatusCode>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator StatusCode(string value) => FindValue(value);
}
