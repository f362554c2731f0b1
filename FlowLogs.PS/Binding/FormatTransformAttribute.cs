using System.Collections;
using System.Management.Automation;
using FlowLogs.Records;

namespace FlowLogs.PS.Binding;

/// <summary>Takes a format as AWS writes it (<c>${version} ${srcaddr}</c>), as field names in one text, or as a list of names.</summary>
public sealed class FormatTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return value switch
            {
                FlowLogFormat format => format,
                IEnumerable list and not string => FlowLogFormat.Parse(string.Join(' ', list.Cast<object?>())),
                _ => FlowLogFormat.Parse(value?.ToString() ?? string.Empty),
            };
        }
        catch (FlowLogException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
