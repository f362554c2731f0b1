using System.Management.Automation;

namespace FlowLogs.PS.Binding;

/// <summary>
/// Takes the time of another tool's event, as <see cref="FlowTimeTransformAttribute"/> does. What is no time counts as none:
/// the event's message matters more.
/// </summary>
public sealed class EventTimeTransformAttribute : ArgumentTransformationAttribute
{
    private static readonly FlowTimeTransformAttribute Times = new();

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => ToTime(inputData)!;

    internal static DateTimeOffset? ToTime(object? value)
    {
        try
        {
            return value is null ? null : (DateTimeOffset)Times.Transform(null!, value);
        }
        catch (Exception e) when (e is ArgumentTransformationMetadataException or ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }
}
