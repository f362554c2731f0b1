using System.Diagnostics;
using System.Management.Automation;
using FlowLogs.Reading;

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
        if (_sinceLast.ElapsedMilliseconds >= Interval)
            Show($"{records:N0} records");
    }

    /// <summary>As the other, with what else is known of a reading.</summary>
    public void Report(ReadTally tally)
    {
        if (_sinceLast.ElapsedMilliseconds < Interval)
            return;
        _record.PercentComplete = tally.Share is { } share ? (int)(share * 100) : -1;
        Show($"{tally.Records:N0} records of {tally.Fetched:N0} events, {tally.Fetched / tally.Duration.TotalSeconds:N0} a second");
    }

    public void Complete()
    {
        if (!_shown)
            return;
        _record.RecordType = ProgressRecordType.Completed;
        command.WriteProgress(_record);
    }

    private void Show(string text)
    {
        _sinceLast.Restart();
        _shown = true;
        _record.StatusDescription = text;
        command.WriteProgress(_record);
    }
}
