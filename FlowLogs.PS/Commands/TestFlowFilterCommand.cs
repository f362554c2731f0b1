using System.Collections.Specialized;
using System.Management.Automation;
using System.Text;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsDiagnostic.Test, "FlowFilter")]
[OutputType(typeof(FlowFilterMatch))]
public sealed class TestFlowFilterCommand : FlowCommand
{
    private Filtering.FilterPattern? _pattern;
    private long _eventNumber;

    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    public string FilterPattern { get; set; } = string.Empty;

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] Message { get; set; } = [];

    protected override void BeginProcessing() => Run(() => _pattern = Filtering.FilterPattern.Parse(FilterPattern));

    protected override void ProcessRecord()
    {
        foreach (var message in Message)
        {
            _eventNumber++;
            var bytes = Encoding.UTF8.GetBytes(message);
            if (!_pattern!.IsMatch(bytes))
                continue;

            var values = new OrderedDictionary();
            foreach (var (name, value) in _pattern.Extract(bytes))
                values.Add(name, value);
            WriteObject(new FlowFilterMatch(_eventNumber, message, values));
        }
    }
}
