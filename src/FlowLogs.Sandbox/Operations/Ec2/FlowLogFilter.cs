using System.IO.Enumeration;
using FlowLogs.Sandbox.Protocol.Ec2Query;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Ec2;

/// <summary>
/// A filter of DescribeFlowLogs: one of its values must match one of the flow log's. A value may hold the wildcards
/// <c>*</c> and <c>?</c>; a backslash takes their meaning away.
/// </summary>
internal sealed class FlowLogFilter
{
    private const string TagPrefix = "tag:";

    private readonly Func<FlowLog, string, IEnumerable<string?>> _valuesOf;
    private readonly IReadOnlyList<string> _values;

    private FlowLogFilter(Func<FlowLog, string, IEnumerable<string?>> valuesOf, IReadOnlyList<string> values) =>
        (_valuesOf, _values) = (valuesOf, values);

    public static FlowLogFilter Read(QueryParameters filter)
    {
        var name = filter.RequiredText("Name");
        return new FlowLogFilter(ValuesFor(name), filter.RequiredTexts("Value"));
    }

    /// <summary>Whether a flow log passes.</summary>
    /// <param name="flowLog">The flow log.</param>
    /// <param name="status">The status of its delivery.</param>
    public bool Passes(FlowLog flowLog, string status) => _valuesOf(flowLog, status).Any(actual =>
        actual is not null
        && _values.Any(wanted => FileSystemName.MatchesSimpleExpression(wanted, actual, ignoreCase: false)));

    private static Func<FlowLog, string, IEnumerable<string?>> ValuesFor(string name) => name switch
    {
        "deliver-log-status" => static (_, status) => [status],
        "log-destination-type" => static (flowLog, _) => [flowLog.DestinationType],
        "flow-log-id" => static (flowLog, _) => [flowLog.Id],
        "log-group-name" => static (flowLog, _) => [flowLog.LogGroupName],
        "resource-id" => static (flowLog, _) => [flowLog.ResourceId],
        "traffic-type" => static (flowLog, _) => [flowLog.TrafficType],
        "tag-key" => static (flowLog, _) => flowLog.Tags.Select(static tag => tag.Key),
        _ when name.StartsWith(TagPrefix, StringComparison.Ordinal) =>
            (flowLog, _) => flowLog.Tags.Where(tag => tag.Key == name[TagPrefix.Length..]).Select(static tag => tag.Value),
        _ => throw Ec2Error.InvalidValue($"The filter '{name}' is invalid"),
    };
}
