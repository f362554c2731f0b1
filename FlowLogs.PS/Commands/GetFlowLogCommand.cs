using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowLog")]
[OutputType(typeof(FlowLog))]
public sealed class GetFlowLogCommand : CloudCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] FlowLogId { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string? LogGroupName { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string? ResourceId { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string? BucketName { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        var missing = FlowLogId.ToHashSet(StringComparer.Ordinal);
        ForEachItem(Network, (network, token, stop) => network.DescribeFlowLogsAsync(MakeQuery(), token, stop), log =>
        {
            missing.Remove(log.FlowLogId);
            if (IsMatch(LogGroupName, log.LogGroupName) && IsMatch(ResourceId, log.ResourceId)
                && IsMatch(BucketName, S3Uri.TryParse(log.LogDestination)?.Bucket))
            {
                WriteObject(log);
            }
        });

        if (LogGroupName is not null || ResourceId is not null || BucketName is not null)
            return;
        foreach (var id in FlowLogId.Where(missing.Remove))
            WriteError(ErrorRecords.From(new FlowLogException("FlowLogNotFound", FlowErrorKind.NotFound, $"There is no flow log {id}.", id)));
    });

    // What the service can filter. It knows * and ? of the wildcards, so that with others it is asked for more.
    private FlowLogQuery MakeQuery() => new()
    {
        FlowLogIds = FlowLogId,
        LogGroupName = ForService(LogGroupName),
        ResourceId = ForService(ResourceId),
        LogDestinationType = BucketName is null ? null : "s3",
    };

    private static string? ForService(string? name) => name?.AsSpan().ContainsAny('[', '`') == true ? null : name;

    private static bool IsMatch(string? wanted, string? name) => wanted is null || (name is not null && NamePattern.Parse(wanted).IsMatch(name));
}
