using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The state of an alarm.</summary>
public class StateValue : ConstantClass
{
    /// <summary>The metric is beyond the threshold.</summary>
    public static readonly StateValue ALARM = new("ALARM");

    /// <summary>There is not enough data to tell.</summary>
    public static readonly StateValue INSUFFICIENT_DATA = new("INSUFFICIENT_DATA");

    /// <summary>The metric is within the threshold.</summary>
    public static readonly StateValue OK = new("OK");

    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public StateValue(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static StateValue FindValue(string value) => FindValue<StateValue>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator StateValue(string value) => FindValue(value);
}
