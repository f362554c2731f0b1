using System.Text;
using System.Text.RegularExpressions;
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

    private readonly Func<StoredFlowLog, string, IEnumerable<string?>> _valuesOf;
    private readonly List<Regex> _values;

    private FlowLogFilter(Func<StoredFlowLog, string, IEnumerable<string?>> valuesOf, IEnumerable<string> values) =>
        (_valuesOf, _values) = (valuesOf, values.Select(Pattern).ToList());

    public static FlowLogFilter Read(QueryParameters filter)
    {
        var name = filter.RequiredText("Name");
        return new FlowLogFilter(ValuesFor(name), filter.RequiredTexts("Value"));
    }

    /// <summary>Whether a flow log passes.</summary>
    /// <param name="flowLog">The flow log.</param>
    /// <param name="status">The status of its delivery.</param>
    public bool Passes(StoredFlowLog flowLog, string status) => _valuesOf(flowLog, status).Any(actual =>
        actual is not null && _values.Exists(wanted => wanted.IsMatch(actual)));

    private static Func<StoredFlowLog, string, IEnumerable<string?>> ValuesFor(string name) => name switch
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

    private static Regex Pattern(string value)
    {
        var pattern = new StringBuilder(@"\A");
        for (var i = 0; i < value.Length; i++)
        {
            pattern.Append(value[i] switch
            {
                '*' => ".*",
                '?' => ".",
                '\\' when i + 1 < value.Length => Regex.Escape($"{value[++i]}"),
                var literal => Regex.Escape($"{literal}"),
            });
        }

        return new Regex(pattern.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
