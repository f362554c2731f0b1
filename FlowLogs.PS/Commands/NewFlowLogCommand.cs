using System.Collections;
using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;
using FlowLogs.Records;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.New, "FlowLog", SupportsShouldProcess = true, DefaultParameterSetName = LogGroupSet)]
[OutputType(typeof(FlowLog))]
public sealed class NewFlowLogCommand : CloudCommand
{
    private const string LogGroupSet = "LogGroup";
    private const string S3Set = "S3";

    private readonly List<string> _resources = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] ResourceId { get; set; } = [];

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = LogGroupSet)]
    [ValidateLength(1, 512)]
    [ValidatePattern("^[.\\-_/#A-Za-z0-9]+$")]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string? LogGroupName { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = LogGroupSet)]
    [ValidatePattern("^arn:[^:]+:iam::[0-9]{12}:role/.+$")]
    public string? RoleArn { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = S3Set)]
    [Alias("S3Destination")]
    [S3UriTransform]
    public S3Uri? S3Uri { get; set; }

    [Parameter(ParameterSetName = S3Set)]
    [ValidateSet("plain-text", "parquet")]
    public string? FileFormat { get; set; }

    [Parameter(ParameterSetName = S3Set)]
    public SwitchParameter HiveCompatiblePartitions { get; set; }

    [Parameter(ParameterSetName = S3Set)]
    public SwitchParameter PerHourPartition { get; set; }

    [Parameter]
    [ValidateSet("ALL", "ACCEPT", "REJECT")]
    public string? TrafficType { get; set; }

    [Parameter]
    [FormatTransform]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat? Format { get; set; }

    [Parameter]
    [ValidateSet("60", "600")]
    public int? MaxAggregationInterval { get; set; }

    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    // One call makes the flow logs of many resources, so they are collected.
    protected override void ProcessRecord() => Run(() =>
    {
        foreach (var id in ResourceId)
        {
            FlowLogRules.Check(MakeSettings([id]));
            if (ShouldProcess(id, $"Create flow log to {LogGroupName ?? $"{S3Uri}"}"))
                _resources.Add(id);
        }
    });

    protected override void EndProcessing()
    {
        foreach (var ofType in _resources.Distinct(StringComparer.Ordinal).GroupBy(FlowLogRules.ResourceType))
        {
            foreach (var ids in ofType.Chunk(FlowLogRules.MaxResources(ofType.Key)))
                Run(() => Create(FlowLogRules.Check(MakeSettings(ids))));
        }
    }

    private void Create(FlowLogSettings settings)
    {
        var network = Network;
        var task = network.CreateFlowLogsAsync(settings, StopToken);
        Wait(task);
        FlowFormatFinder.Forget();
        foreach (var failure in task.Result.Failures)
            WriteError(ErrorRecords.From(failure));

        var ids = task.Result.FlowLogIds;
        if (ids.Count == 0)
            return;
        var query = new FlowLogQuery { FlowLogIds = ids };
        var made = new Dictionary<string, FlowLog>();
        try
        {
            foreach (var log in GetIfAllowed(network, (service, token, stop) => service.DescribeFlowLogsAsync(query, token, stop)))
                made[log.FlowLogId] = log;
        }
        finally
        {
            // They are there, whatever became of describing them.
            foreach (var id in ids)
                WriteObject(made.GetValueOrDefault(id) ?? new FlowLog { FlowLogId = id });
        }
    }

    private FlowLogSettings MakeSettings(IReadOnlyList<string> resourceIds) => new()
    {
        ResourceIds = resourceIds,
        TrafficType = TrafficType?.ToUpperInvariant(),
        LogGroupName = LogGroupName,
        RoleArn = RoleArn,
        Bucket = S3Uri,
        FileFormat = FileFormat?.ToLowerInvariant(),
        HiveCompatiblePartitions = HiveCompatiblePartitions,
        PerHourPartition = PerHourPartition,
        LogFormat = Format?.ToString(),
        MaxAggregationInterval = MaxAggregationInterval,
        Tags = Tag?.Keys.Cast<object>().ToDictionary(static key => $"{key}", key => $"{Tag[key]}") ?? [],
    };
}
