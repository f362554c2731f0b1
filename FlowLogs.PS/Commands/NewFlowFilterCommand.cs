using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;
using FlowLogs.Records;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.New, "FlowFilter")]
[OutputType(typeof(string))]
public sealed class NewFlowFilterCommand : ConditionCommand
{
    [Parameter]
    [FormatTransform]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat? Format { get; set; }

    [Parameter]
    public SwitchParameter Nearest { get; set; }

    [Parameter]
    public SwitchParameter Remote { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        ReadConditions();
        var pattern = WritePattern(Format, Nearest) ?? throw new FlowLogException(
            "NoCondition", FlowErrorKind.InvalidArgument, "Give at least one condition, such as -DstPort or -Where.");
        if (Remote)
        {
            // Any message will do: the service refuses a pattern before it looks at one.
            Wait(Logs.TestMetricFilterAsync(pattern, ["-"], StopToken));
            WriteVerbose("The service accepts the pattern.");
        }

        WriteObject(pattern);
    });
}
