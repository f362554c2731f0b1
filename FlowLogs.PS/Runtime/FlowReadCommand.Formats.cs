using FlowLogs.Cloud;
using FlowLogs.Records;

namespace FlowLogs.PS.Runtime;

/// <content>Formats that nobody gave.</content>
public abstract partial class FlowReadCommand
{
    // The formats of the flow logs that are delivered to a place. Whatever is in the way of knowing them, reading goes on.
    private IReadOnlyList<FlowLogFormat> FindFormats(ICloudService reader, FlowLogDestination destination)
    {
        try
        {
            var network = Open<ICloudNetwork>();
            var found = Task.Run(() => FlowFormatFinder.FindAsync(network, reader, destination, StopToken)).GetAwaiter().GetResult();
            WriteVerbose(found.Explanation);
            return found.Formats;
        }
        catch (FlowLogException e)
        {
            WriteVerbose($"The format could not be asked for. {e.Message}");
            return [];
        }
    }
}
