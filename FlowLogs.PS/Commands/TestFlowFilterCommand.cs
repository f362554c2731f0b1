using System.Management.Automation;
using System.Text;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsDiagnostic.Test, "FlowFilter", DefaultParameterSetName = MatchSet)]
[OutputType(typeof(FlowFilterMatch), ParameterSetName = [MatchSet])]
[OutputType(typeof(FlowFilterResult), ParameterSetName = [ExplainSet])]
[OutputType(typeof(bool), ParameterSetName = [QuietSet])]
public sealed partial class TestFlowFilterCommand : CloudCommand
{
    private const string MatchSet = "Match";
    private const string ExplainSet = "Explain";
    private const string QuietSet = "Quiet";

    private Filtering.FilterPattern? _pattern;
    private long _eventNumber;
    private bool _anyMatch;

    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    public string FilterPattern { get; set; } = string.Empty;

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] Message { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = ExplainSet)]
    public SwitchParameter Explain { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = QuietSet)]
    public SwitchParameter Quiet { get; set; }

    [Parameter]
    public SwitchParameter Remote { get; set; }

    protected override void BeginProcessing() => Run(() =>
    {
        _pattern = Remote ? ParseAndCompare() : Filtering.FilterPattern.Parse(FilterPattern);
        if (!Explain)
            return;
        foreach (var warning in _pattern.Warnings)
            WriteWarning(warning);
    }, isNeeded: true);

    protected override void ProcessRecord()
    {
        foreach (var message in Message)
        {
            _eventNumber++;
            var bytes = Encoding.UTF8.GetBytes(message);
            var match = _pattern!.IsMatch(bytes) ? FlowFilterMatch.From(_eventNumber, message, _pattern.Extract(bytes)) : null;
            if (Remote)
                Run(() => Compare(message, match));
            _anyMatch |= match is not null;
            if (Explain)
                WriteObject(new FlowFilterResult(_eventNumber, message, _pattern.Explain(bytes), match));
            else if (!Quiet && match is not null)
                WriteObject(match);
        }
    }

    protected override void EndProcessing()
    {
        if (Remote)
            Run(CompareRest);
        if (Quiet)
            WriteObject(_anyMatch);
    }
}
