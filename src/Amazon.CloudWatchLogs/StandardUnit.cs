using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>The unit of a metric.</summary>
public class StandardUnit : ConstantClass
{
    /// <summary>Bits.</summary>
    public static readonly StandardUnit Bits = new("Bits");

    /// <summary>Bits a second.</summary>
    public static readonly StandardUnit BitsSecond = new("Bits/Second");

    /// <summary>Bytes.</summary>
    public static readonly StandardUnit Bytes = new("Bytes");

    /// <summary>Bytes a second.</summary>
    public static readonly StandardUnit BytesSecond = new("Bytes/Second");

    /// <summary>Count.</summary>
    public static readonly StandardUnit Count = new("Count");

    /// <summary>Count a second.</summary>
    public static readonly StandardUnit CountSecond = new("Count/Second");

    /// <summary>Gigabits.</summary>
    public static readonly StandardUnit Gigabits = new("Gigabits");

    /// <summary>Gigabits a second.</summary>
    public static readonly StandardUnit GigabitsSecond = new("Gigabits/Second");

    /// <summary>Gigabytes.</summary>
    public static readonly StandardUnit Gigabytes = new("Gigabytes");

    /// <summary>Gigabytes a second.</summary>
    public static readonly StandardUnit GigabytesSecond = new("Gigabytes/Second");

    /// <summary>Kilobits.</summary>
    public static readonly StandardUnit Kilobits = new("Kilobits");

    /// <summary>Kilobits a second.</summary>
    public static readonly StandardUnit KilobitsSecond = new("Kilobits/Second");

    /// <summary>Kilobytes.</summary>
    public static readonly StandardUnit Kilobytes = new("Kilobytes");

    /// <summary>Kilobytes a second.</summary>
    public static readonly StandardUnit KilobytesSecond = new("Kilobytes/Second");

    /// <summary>Megabits.</summary>
    public static readonly StandardUnit Megabits = new("Megabits");

    /// <summary>Megabits a second.</summary>
    public static readonly StandardUnit MegabitsSecond = new("Megabits/Second");

    /// <summary>Megabytes.</summary>
    public static readonly StandardUnit Megabytes = new("Megabytes");

    /// <summary>Megabytes a second.</summary>
    public static readonly StandardUnit MegabytesSecond = new("Megabytes/Second");

    /// <summary>Microseconds.</summary>
    public static readonly StandardUnit Microseconds = new("Microseconds");

    /// <summary>Milliseconds.</summary>
    public static readonly StandardUnit Milliseconds = new("Milliseconds");

    /// <summary>No unit.</summary>
    public static readonly StandardUnit None = new("None");

    /// <summary>Percent.</summary>
    public static readonly StandardUnit Percent = new("Percent");

    /// <summary>Seconds.</summary>
    public static readonly StandardUnit Seconds = new("Seconds");

    /// <summary>Terabits.</summary>
    public static readonly StandardUnit Terabits = new("Terabits");

    /// <summary>Terabits a second.</summary>
    public static readonly StandardUnit TerabitsSecond = new("Terabits/Second");

    /// <summary>Terabytes.</summary>
    public static readonly StandardUnit Terabytes = new("Terabytes");

    /// <summary>Terabytes a second.</summary>
    public static readonly StandardUnit TerabytesSecond = new("Terabytes/Second");

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
