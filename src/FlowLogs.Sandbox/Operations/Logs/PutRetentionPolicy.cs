using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Sets how long the events of a group are kept.</summary>
internal sealed class PutRetentionPolicy(LogStore store) : IJsonOperation
{
    private static readonly int[] Days =
    [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ];

    public string Target => LogsOperations.TargetPrefix + nameof(PutRetentionPolicy);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var name = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var days = request.RequiredNumber("retentionInDays", int.MinValue, int.MaxValue);
        request.Validate();
        if (!Days.Contains(days))
        {
            throw ServiceException.InvalidParameter(
                $"1 validation error detected: Value '{days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Days)}]");
        }

        store.Group(name).RetentionInDays = days;
    }
}
