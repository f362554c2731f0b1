using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Cloud;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Binding;

/// <summary>
/// Completes names of log groups, streams, filters, alarms and objects, and ids, resources and buckets of flow logs, by
/// asking the service, with the Region, profile and endpoint that are already typed. One page only, and two seconds at
/// most: a prompt that hangs is worse than none.
/// </summary>
public sealed class CloudNameCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        var prefix = wordToComplete?.Trim('\'', '"') ?? string.Empty;
        try
        {
            // On another thread: reading profiles and instance metadata waits, too.
            using var stop = new CancellationTokenSource(Patience);
            var names = Task.Run(() => ReadNamesAsync(commandName, parameterName, prefix, fakeBoundParameters, stop.Token), stop.Token);
            return names.Wait(Patience, stop.Token) ? [.. Completion.Matching(names.Result, prefix)] : [];
        }
        catch (Exception e) when (e is AggregateException or OperationCanceledException)
        {
            // No credentials, no network: then there is nothing to offer.
            return [];
        }
    }

    private static async Task<IReadOnlyList<string>> ReadNamesAsync(string commandName, string parameterName, string prefix, IDictionary bound, CancellationToken token)
    {
        var endpoint = bound["EndpointUrl"] is { } url ? (Uri)new EndpointUrlTransformAttribute().Transform(null!, url) : null;
        var keys = bound["Credential"] is { } credential ? (CloudKeys)new CredentialTransformAttribute().Transform(null!, credential) : null;
        if (parameterName is "FlowLogId" or "ResourceId" or "BucketName")
        {
            using var network = Connect<ICloudNetwork>();
            var found = (await network.DescribeFlowLogsAsync(new FlowLogQuery(), null, token)).Items;
            return [.. found.Select(log => NameOf(log, parameterName)).OfType<string>()];
        }

        if (parameterName == "S3Uri")
        {
            using var objects = Connect<ICloudObjects>();
            return await ObjectNames.FindAsync(objects, prefix, token);
        }

        var start = prefix.Length == 0 ? null : prefix;
        if (parameterName == "AlarmName")
        {
            using var metrics = Connect<ICloudMetrics>();
            return [.. (await metrics.DescribeAlarmsAsync(start, null, null, token)).Items.Select(static item => item.AlarmName)];
        }

        using var logs = Connect<ICloudLogs>();
        var group = (bound["LogGroupName"] as string) ?? (bound["LogGroupName"] as object[])?.FirstOrDefault()?.ToString();
        switch (parameterName)
        {
            case "LogGroupName":
                return [.. (await logs.DescribeLogGroupsAsync(start, null, token)).Items.Select(static item => item.LogGroupName)];
            case "LogStreamName" or "LogStreamNamePrefix" when group is not null:
                return [.. (await logs.DescribeLogStreamsAsync(group, start, null, token)).Items.Select(static item => item.LogStreamName)];
            case "FilterName" when group is not null && commandName.EndsWith("-FlowSubscription", StringComparison.OrdinalIgnoreCase):
                return [.. (await logs.DescribeSubscriptionFiltersAsync(group, start, null, token)).Items.Select(static item => item.FilterName)];
            case "FilterName" when group is not null:
                return [.. (await logs.DescribeMetricFiltersAsync(group, start, null, null, null, token)).Items.Select(static item => item.FilterName)];
            default:
                return [];
        }

        T Connect<T>()
            where T : class, IDisposable =>
            CloudConnections.Connect<T>(bound["Region"] as string, bound["ProfileName"] as string, keys, endpoint);
    }

    private static string? NameOf(FlowLog log, string parameterName) => parameterName switch
    {
        "FlowLogId" => log.FlowLogId,
        "ResourceId" => log.ResourceId,
        _ => S3Uri.TryParse(log.LogDestination)?.Bucket,
    };
}
