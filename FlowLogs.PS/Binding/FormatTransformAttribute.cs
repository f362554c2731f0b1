using System.Collections;
using System.Management.Automation;
using FlowLogs.Records;

namespace FlowLogs.PS.Binding;

/// <summary>
/// Takes a format as AWS writes it (<c>${version} ${srcaddr}</c>), as field names in one text, or as a list of names; or
/// several of these.
/// </summary>
public sealed class FormatTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Whether the parameter takes several formats. A list is one format as long as each of its elements is one name.
    /// </summary>
    public bool AllowSeveral { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            if (!AllowSeveral)
                return Parse(Unwrap(inputData));
            return Unwrap(inputData) is IEnumerable list and not string && list.Cast<object?>().Any(IsFormat)
                ? list.Cast<object?>().Select(static element => Parse(Unwrap(element))).ToArray()
                : new[] { Parse(Unwrap(inputData)) };
        }
        catch (FlowLogException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }

    private static FlowLogFormat Parse(object? value) => value switch
    {
        FlowLogFormat format => format,
        IEnumerable list and not string => FlowLogFormat.Parse(string.Join(' ', list.Cast<object?>().Select(Unwrap))),
        _ => FlowLogFormat.Parse(value?.ToString() ?? string.Empty),
    };

    private static bool IsFormat(object? element) => Unwrap(element) switch
    {
        FlowLogFormat or (IEnumerable and not string) => true,
        var value => value?.ToString()?.AsSpan().Trim().ContainsAny(" \t\r\n") == true,
    };

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
