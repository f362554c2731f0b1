namespace FlowLogs.Reading;

/// <summary>What one source counts; one thread at a time reads a source.</summary>
internal sealed class SourceTally
{
    /// <summary>Lines and messages of events, blank ones excepted.</summary>
    public long Events { get; set; }

    /// <summary>Those that are no records.</summary>
    public long LinesSkipped { get; set; }

    /// <summary>Records with the status NODATA, whether the conditions want them or not.</summary>
    public long NoData { get; set; }

    /// <summary>Records with the status SKIPDATA, whether the conditions want them or not.</summary>
    public long SkipData { get; set; }
}
