using System.Globalization;
using FlowLogs.Filtering;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>What the service demands of a metric filter's transformation, beyond lengths and characters.</summary>
internal static class TransformationRules
{
    private const int MaxDimensions = 3;

    private static readonly string[] SystemFields = ["@aws.region", "@aws.account", "@source.log"];

    public static MetricTransformation Read(RequestMembers members) => new()
    {
        MetricName = members.RequiredText("metricName", TextRule.MetricName),
        MetricNamespace = members.RequiredText("metricNamespace", TextRule.MetricNamespace),
        MetricValue = members.RequiredText("metricValue", TextRule.MetricValue),
        DefaultValue = members.Real("defaultValue"),
        Unit = members.Choice("unit", StandardUnit.All),
        Dimensions = members.Map("dimensions", TextRule.Dimension),
    };

    public static void Check(MetricFilter filter)
    {
        var transformation = filter.Transformation;
        if (!IsNumber(transformation.MetricValue) && !IsSelector(transformation.MetricValue))
        {
            throw Invalid(
                $"Invalid metric transformation: metric value {transformation.MetricValue} must be a valid number");
        }

        if (filter.SystemFieldDimensions.Except(SystemFields, StringComparer.Ordinal).Any())
        {
            throw Invalid(
                "The provided system fields are invalid. "
                + $"The supported system fields are - [{string.Join(", ", SystemFields)}]");
        }

        var systemDimensions = filter.SystemFieldDimensions.Distinct(StringComparer.Ordinal).Count();
        if (transformation.Dimensions.Count + systemDimensions > MaxDimensions)
        {
            throw Invalid(
                "Number of dimensions exceeds the maximum number of dimensions supported per metric filter");
        }

        // Fields of the service's own may go with a default value and with any pattern.
        if (transformation.Dimensions.Count == 0)
            return;
        if (transformation.DefaultValue is not null)
        {
            throw Invalid(
                "Invalid metric transformation: dimensions and default value are mutually exclusive properties");
        }

        if (filter.Pattern.Kind == FilterPatternKind.Text)
            throw Invalid("The specified filter pattern does not support dimensions");
        if (!transformation.Dimensions.All(dimension => IsSelector(dimension.Value)))
            throw Invalid("Invalid metric transformation: dimension value must be valid selector");
    }

    private static bool IsNumber(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number);

    // $name, $7, $.path: the service does not ask whether the pattern knows it, but it must name one value.
    private static bool IsSelector(string value) =>
        value.Length > 1 && value[0] == '$' && !value.Contains('*') && !value.Any(char.IsWhiteSpace);

    private static ServiceException Invalid(string message) => ServiceException.InvalidParameter(message);
}
