using System.Management.Automation;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowLogEvent", DefaultParameterSetName = LogGroupSet)]
[OutputType(typeof(FlowLogRecord), typeof(string))]
public sealed partial class GetFlowLogEventCommand : FlowReadCommand
{
    private long _written;

    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long First { get; set; } = long.MaxValue;

    [Parameter]
    public SwitchParameter Raw { get; set; }

    private protected override bool WantsMore => _written < First;

    private protected override void CheckArguments()
    {
        if (Tail > 0 && MyInvocation.BoundParameters.ContainsKey(nameof(First)))
            throw new FlowLogException("AmbiguousTail", FlowErrorKind.InvalidArgument, "-First and -Tail cannot be given together.");
        CheckFollowing();
    }

    private protected override void ReadInput()
    {
        if (ParameterSetName == LogGroupSet && (Follow || Checkpoint is not null))
            AddFollowed();
        else
            base.ReadInput();
    }

    private protected override void End()
    {
        if (_followed.Count > 0)
            Run(FollowGroups, isNeeded: Checkpoint is not null);
        WriteTail();
    }

    private protected override bool Handle(FlowLogRecord record)
    {
        if (Tail == 0)
            return WriteOne(record);
        KeepForTail(record);
        return true;
    }

    // Whether more are wanted.
    private bool WriteOne(FlowLogRecord record)
    {
        Tally.Add(record);
        _written++;
        try
        {
            WriteObject(Raw ? RecordOutput.Wrap(record.ToString()) : RecordOutput.Wrap(record));
        }
        catch (PipelineStoppedException) when (!StopToken.IsCancellationRequested)
        {
            Tally.Stop("The reading was stopped when the pipeline wanted no more.");
            throw;
        }

        if (_written < First)
            return true;
        Tally.Stop($"Stopped after the first {First} records, as -First says.");
        return false;
    }
}
