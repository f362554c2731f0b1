using FlowLogs.Filtering;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>A filter pattern that came with a request.</summary>
internal static class PatternArgument
{
    private const string InvalidMetricFilterPattern = "Invalid metric filter pattern";

    /// <summary>Parses a pattern; what is wrong with it goes to the client in the service's words.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="generalReason">What this operation says of a pattern that is wrong as a whole.</param>
    public static FilterPattern Parse(string text, string generalReason = InvalidMetricFilterPattern)
    {
        try
        {
            return FilterPattern.Parse(text);
        }
        catch (FilterPatternException e)
        {
            throw ServiceException.InvalidParameter(e.Reason == InvalidMetricFilterPattern ? generalReason : e.Reason);
        }
    }
}
