using System.Globalization;
using System.Management.Automation;

namespace FlowLogs.PS.Binding;

/// <summary>
/// Takes a span of time: a TimeSpan, its text (<c>00:20:00</c>), or a number with <c>s</c>, <c>m</c>, <c>h</c>, <c>d</c>
/// or <c>w</c>, as times do. A number alone is none: PowerShell would take it for ticks.
/// </summary>
public sealed class FlowSpanTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            TimeSpan span => span,
            // PowerShell reads 1d and 90s as numbers, but keeps how they were typed.
            string or decimal or short => FromText(inputData.ToString()!.Trim()),
            _ => null,
        } ?? throw new ArgumentTransformationMetadataException($"\"{value}\" is no span of time. Give one such as 90s, 20m, 2h or 00:20:00.");
    }

    private static TimeSpan? FromText(string text) =>
        FlowTimeTransformAttribute.FromSpan(text)
        ?? (text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null);
}
