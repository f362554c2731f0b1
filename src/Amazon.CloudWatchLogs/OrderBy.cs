using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>What DescribeLogStreams orders by.</summary>
public class OrderBy : ConstantClass
{
    /// <summary>By the time of the latest event.</summary>
    public static readonly OrderBy LastEventTime = new("LastEventTime");

    /// <summary>By name.</summary>
    public static readonly OrderBy LogStreamName = new("LogStreamName");

    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public OrderBy(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static OrderBy FindValue(string value) => FindValue<OrderBy>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator OrderBy(string value) => FindValue(value);
}
