using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The unit of a metric. The official client's constants are left out: none is used here by name.</summary>
public class StandardUnit : ConstantClass
{
    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public StandardUnit(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static StandardUnit FindValue(string value) => FindValue<StandardUnit>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator StandardUnit(string value) => FindValue(value);
}
