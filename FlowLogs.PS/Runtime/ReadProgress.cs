using System.Diagnostics;
using System.Management.Automation;

namespace FlowLogs.PS.Runtime;

/// <summary>Shows how many records there are so far, at most twice a second: more often would cost more than the reading.</summary>
internal sealed class ReadProgress(Cmdlet command, string activity = "Reading flow logs")
{
    private const int Interval = 500;
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private readonly ProgressRecord _record = new(1, activity, "Starting");
    private bool _shown;

    public void Report(long records)
    {
        if (_sinceLast.ElapsedMilliseconds < Interval)
            return;
        _sinceLast.Restart();
        _shown = true;
        _record.StatusDescription = $"{records:N0} records";
        command.WriteProgress(_record);
    }

    public void Complete()
    {
        if (!_shown)
            return;
        _record.RecordType = ProgressRecordType.Completed;
        command.WriteProgress(_record);
    }
}
