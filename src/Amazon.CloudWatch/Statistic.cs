using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>What is made of the values of a period.</summary>
public class Statistic : ConstantClass
{
    /// <summary>Their mean.</summary>
    public static readonly Statistic Average = new("Average");

    /// <summary>The greatest.</summary>
    public static readonly Statistic Maximum = new("Maximum");

    /// <summary>The least.</summary>
    public static readonly Statistic Minimum = new("Minimum");

    /// <summary>How many they are.</summary>
    public static readonly Statistic SampleCount = new("SampleCount");

    /// <summary>Their sum.</summary>
    public static readonly Statistic Sum = new("Sum");

    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public Statistic(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static Statistic FindValue(string value) => FindValue<Statistic>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator Statistic(string value) => FindValue(value);
}
