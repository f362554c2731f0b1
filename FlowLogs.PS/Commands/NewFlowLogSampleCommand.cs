using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;
using FlowLogs.Records;
using FlowLogs.Samples;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.New, "FlowLogSample", DefaultParameterSetName = FormatSet, SupportsShouldProcess = true)]
[OutputType(typeof(FlowLogRecord), typeof(FlowLogSampleSummary))]
public sealed class NewFlowLogSampleCommand : FlowCommand
{
    private const string FormatSet = "Format";
    private const string VersionSet = "Version";
    private const string TransitGatewaySet = "TransitGateway";

    [Parameter(Position = 0)]
    [ValidateRange(1, long.MaxValue)]
    public long Count { get; set; } = 1000;

    [Parameter]
    public int Seed { get; set; }

    [Parameter(ParameterSetName = FormatSet)]
    [FormatTransform]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat Format { get; set; } = FlowLogFormat.Default;

    [Parameter(Mandatory = true, ParameterSetName = VersionSet)]
    [ValidateRange(2, SampleFormats.LastVersion)]
    public int Version { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = TransitGatewaySet)]
    public SwitchParameter TransitGateway { get; set; }

    [Parameter]
    [FlowTimeTransform]
    public DateTimeOffset? StartTime { get; set; }

    [Parameter]
    [FlowTimeTransform]
    public DateTimeOffset? EndTime { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public FlowScenario[]? Scenario { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    [Parameter]
    public SwitchParameter NoHeader { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        var sample = MakeSample();
        if (Path is null)
        {
            if (NoHeader || Force)
                throw new FlowLogException("PathRequired", FlowErrorKind.InvalidArgument, "-NoHeader and -Force are about the file of -Path, and there is none.");
            WriteRecords(sample);
            return;
        }

        foreach (var path in FilePaths.ResolveLiteral(this, [Path]))
        {
            if (ShouldProcess(path, "Write flow log"))
                WriteFile(sample, path);
        }
    });

    private FlowLogSample MakeSample()
    {
        var start = StartTime ?? EndTime?.AddDays(-1) ?? FlowLogSampleOptions.DefaultDay;
        return new FlowLogSample(new FlowLogSampleOptions
        {
            Count = Count,
            Seed = Seed,
            Format = ParameterSetName switch
            {
                VersionSet => SampleFormats.UpTo(Version),
                TransitGatewaySet => FlowLogFormat.TransitGatewayDefault,
                _ => Format,
            },
            StartTime = start,
            EndTime = EndTime ?? start.AddDays(1),
            Scenarios = Scenario,
        });
    }

    private void WriteRecords(FlowLogSample sample)
    {
        foreach (var (record, scenario) in sample.Records())
        {
            StopToken.ThrowIfCancellationRequested();
            var labelled = PSObject.AsPSObject(RecordOutput.Wrap(record));
            labelled.Properties.Remove(nameof(Scenario));
            labelled.Properties.Add(new PSNoteProperty(nameof(Scenario), scenario.ToString()));
            WriteObject(labelled);
        }
    }

    private void WriteFile(FlowLogSample sample, string path)
    {
        var progress = new ReadProgress(this, "Writing a flow log");
        var summaries = sample.WriteFile(path, Force, !NoHeader, progress.Report, StopToken);
        progress.Complete();
        WriteObject(summaries, enumerateCollection: true);
    }
}
