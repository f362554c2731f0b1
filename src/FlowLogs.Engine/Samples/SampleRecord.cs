namespace FlowLogs.Samples;

/// <summary>A flow log record.</summary>
/// <param name="Interface">The network interface that logs it.</param>
/// <param name="Flow">What it logs; nothing where the status is not OK.</param>
/// <param name="Start">Where it begins, in epoch seconds.</param>
/// <param name="End">Where it ends, in epoch seconds.</param>
/// <param name="Status">Its log-status.</param>
internal readonly record struct SampleRecord(
    SampleInterface Interface,
    SampleFlow Flow,
    long Start,
    long End,
    SampleStatus Status = SampleStatus.Ok)
{
    /// <summary>What it logs. A field, so that it is not copied with every look at it.</summary>
    public readonly SampleFlow Flow = Flow;

    /// <summary>The record in the default format.</summary>
    public string Line => SampleLineWriter.DefaultLine(this);
}
