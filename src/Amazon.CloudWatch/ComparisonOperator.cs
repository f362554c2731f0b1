using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>How an alarm compares a metric with its threshold.</summary>
public class ComparisonOperator : ConstantClass
{
    /// <summary>At the threshold or above.</summary>
    public static readonly ComparisonOperator GreaterThanOrEqualToThreshold = new("GreaterThanOrEqualToThreshold");

    /// <summary>Above the threshold.</summary>
    public static readonly ComparisonOperator GreaterThanThreshold = new("GreaterThanThreshold");

    /// <summary>Above an anomaly detection band.</summary>
    public static readonly ComparisonOperator GreaterThanUpperThreshold = new("GreaterThanUpperThreshold");

    /// <summary>Outside an anomaly detection band.</summary>
    public static readonly ComparisonOperator LessThanLowerOrGreaterThanUpperThreshold = new("LessThanLowerOrGreaterThanUpperThreshold");

    /// <summary>Below an anomaly detection band.</summary>
    public static readonly ComparisonOperator LessThanLowerThreshold = new("LessThanLowerThreshold");

    /// <summary>At the threshold or below.</summary>
    public static readonly ComparisonOperator LessThanOrEqualToThreshold = new("LessThanOrEqualToThreshold");

    /// <summary>Below the threshold.</summary>
    public static readonly ComparisonOperator LessThanThreshold = new("LessThanThreshold");

    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public ComparisonOperator(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static ComparisonOperator FindValue(string value) => FindValue<ComparisonOperator>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator ComparisonOperator(string value) => FindValue(value);
}
