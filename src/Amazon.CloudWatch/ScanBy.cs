using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The order of datapoints.</summary>
public class ScanBy : ConstantClass
{
    /// <summary>The oldest first.</summary>
    public static readonly ScanBy TimestampAscending = new("TimestampAscending");

    /// <summary>The newest first.</summary>
    public static readonly ScanBy TimestampDescending = new("TimestampDescending");

    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public ScanBy(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static ScanBy FindValue(string value) => FindValue<ScanBy>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator ScanBy(string value) => FindValue(value);
}
