using System.Globalization;
using FlowLogs.Filtering;

namespace FlowLogs.Cloud;

/// <summary>
/// What PutMetricFilter asks of a metric filter, checked before it is called. The sources are its API reference and
/// published answers of the service; where the service accepts what can never work, such as a value taken from a field
/// that the pattern does not name, it is refused here.
/// </summary>
public static class MetricFilterRules
{
    private const int MaxDimensions = 3;
    private const int MaxText = 255;
    private const int MaxFilterName = 512;
    private const int MaxValue = 100;

    /// <summary>The units that a metric may have (StandardUnit).</summary>
    public static IReadOnlyList<string> Units { get; } =
    [
        "None", "Count", "Percent", "Seconds", "Microseconds", "Milliseconds",
        "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes",
        "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits",
        "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second",
        "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second",
    ];

    /// <summary>Checks a metric filter.</summary>
    /// <exception cref="FlowLogException">The first rule that it breaks, with an id of its own.</exception>
    public static void Check(FlowMetricFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        CheckFilterName(filter.FilterName);
        CheckName("InvalidMetricName", "metric's name", filter.MetricName, MaxText, ":*$");
        CheckName("InvalidMetricNamespace", "metric's namespace", filter.MetricNamespace, MaxText, "*$");
        if (filter.MetricNamespace.StartsWith("AWS/", StringComparison.Ordinal))
            throw Broken("InvalidMetricNamespace", $"The namespace \"{filter.MetricNamespace}\" begins with AWS/, which belongs to AWS's own metrics.", filter.MetricNamespace);

        var pattern = FilterPattern.Parse(filter.FilterPattern);
        CheckValue(pattern, filter.MetricValue);
        if (filter.DefaultValue is { } value && !double.IsFinite(value))
            throw Broken("InvalidDefaultValue", $"The default value is {value.ToString(CultureInfo.InvariantCulture)}; it must be a finite number.", value);
        CheckUnit(filter.Unit);
        CheckDimensions(pattern, filter);
    }

    /// <summary>Checks a unit; null is for none.</summary>
    /// <exception cref="FlowLogException"><c>InvalidUnit</c>: it is none of <see cref="Units"/>.</exception>
    public static void CheckUnit(string? unit)
    {
        if (unit is not null && !Units.Contains(unit))
            throw Broken("InvalidUnit", $"\"{unit}\" is no unit of CloudWatch; units are written with their capitals, such as Count, Bytes or Bytes/Second.", unit);
    }

    /// <summary>Checks the name of a metric or subscription filter.</summary>
    internal static void CheckFilterName(string name) => CheckName("InvalidFilterName", "filter's name", name, MaxFilterName, ":*");

    private static void CheckName(string errorId, string what, string name, int maxLength, string forbidden)
    {
        if (name.Length == 0 || name.Length > maxLength)
            throw Broken(errorId, $"The {what} has {name.Length} characters; it must have 1 to {maxLength}.", name);
        var found = name.IndexOfAny(forbidden.ToCharArray());
        if (found >= 0)
            throw Broken(errorId, $"The {what}, \"{name}\", has the character {name[found]}, which is not allowed there.", name);
    }

    private static void CheckValue(FilterPattern pattern, string value)
    {
        if (value.Length is 0 or > MaxValue)
            throw Broken("InvalidMetricValue", $"The metric's value has {value.Length} characters; it must have 1 to {MaxValue}.", value);
        if (!value.StartsWith('$'))
        {
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                throw Broken("InvalidMetricValue", $"The metric's value \"{value}\" is neither a number nor a field such as $bytes or $.bytes.", value);
            return;
        }

        CheckReference(pattern, value, "InvalidMetricValue", "metric's value");
    }

    private static void CheckDimensions(FilterPattern pattern, FlowMetricFilter filter)
    {
        if (filter.Dimensions.Count == 0)
            return;
        if (filter.DefaultValue is not null)
            throw Broken("DefaultValueWithDimensions", "A metric filter has either a default value or dimensions, not both.", filter.FilterName);
        if (filter.Dimensions.Count > MaxDimensions)
            throw Broken("TooManyDimensions", $"The filter has {filter.Dimensions.Count} dimensions; {MaxDimensions} are allowed.", filter.FilterName);
        if (pattern.Kind == FilterPatternKind.Text)
            throw Broken("DimensionsNotSupported", "Only patterns for JSON and for delimited fields can have dimensions; this one is for text.", filter.FilterPattern);
        foreach (var (name, value) in filter.Dimensions)
        {
            if (name.Length is 0 or > MaxText || value.Length > MaxText)
                throw Broken("InvalidDimension", $"The dimension \"{name}\" or its value is empty or has more than {MaxText} characters.", name);
            if (!value.StartsWith('$'))
                throw Broken("InvalidDimension", $"The value of the dimension {name}, \"{value}\", is no field; a dimension takes its value from one, such as $interface or $.interface.", name);
            CheckReference(pattern, value, "InvalidDimension", $"value of the dimension {name}");
        }
    }

    // $name for a delimited pattern, $.path for JSON.
    private static void CheckReference(FilterPattern pattern, string reference, string errorId, string what)
    {
        switch (pattern.Kind)
        {
            case FilterPatternKind.Text:
                throw Broken(errorId, $"The {what} is {reference}, but a pattern for text takes no fields from an event.", reference);
            case FilterPatternKind.Json when !FilterPattern.IsPlainSelector(reference):
                throw Broken(errorId, $"The {what}, {reference}, is no plain selector, such as $.bytes or $.flow.bytes; wildcards are not allowed in it.", reference);
            case FilterPatternKind.Delimited when !pattern.DefinesField(reference[1..]):
                throw Broken("UnknownField", $"The {what} is {reference}, but the pattern has no field of that name, so that it would never have a value.", reference);
        }
    }

    private static FlowLogException Broken(string errorId, string message, object? target) =>
        new(errorId, FlowErrorKind.InvalidArgument, message, target);
}
