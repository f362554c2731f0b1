using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>The class of a log group.</summary>
public class LogGroupClass : ConstantClass
{
    /// <summary>Logs that are only delivered on.</summary>
    public static readonly LogGroupClass DELIVERY = new("DELIVERY");

    /// <summary>Cheaper to write, with fewer features.</summary>
    public static readonly LogGroupClass INFREQUENT_ACCESS = new("INFREQUENT_ACCESS");

    /// <summary>Everything CloudWatch Logs can do.</summary>
    public static readonly LogGroupClass STANDARD = new("STANDARD");

    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public LogGroupClass(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static LogGroupClass FindValue(string value) => FindValue<LogGroupClass>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator LogGroupClass(string value) => FindValue(value);
}
