using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>How a subscription spreads events over the shards of a Kinesis stream.</summary>
public class Distribution : ConstantClass
{
    /// <summary>The events of one log stream go to one shard.</summary>
    public static readonly Distribution ByLogStream = new("ByLogStream");

    /// <summary>Events go to any shard.</summary>
    public static readonly Distribution Random = new("Random");

    /// <summary>Makes a value that is not among the constants.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public Distribution(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static Distribution FindValue(string value) => FindValue<Distribution>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator Distribution(string value) => FindValue(value);
}
