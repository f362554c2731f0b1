namespace FlowLogs;

/// <summary>How a reading went, and whether all was read that was to be read.</summary>
public sealed class FlowReadSummary
{
    /// <summary>Events of CloudWatch Logs, or lines of files, that were looked at; blank lines do not count.</summary>
    public long Events { get; init; }

    /// <summary>Records that met all conditions and were put out.</summary>
    public long Records { get; init; }

    /// <summary>Calls of FilterLogEvents, those that failed included.</summary>
    public long Requests { get; init; }

    /// <summary>Pages that came.</summary>
    public long Pages { get; init; }

    /// <summary>Pages without events, which are usual.</summary>
    public long EmptyPages { get; init; }

    /// <summary>Calls that were made again after an error.</summary>
    public long Retries { get; init; }

    /// <summary>How often the service asked for fewer calls.</summary>
    public long Throttles { get; init; }

    /// <summary>How often a part of the time range was read anew, because the service did not go on with its pages.</summary>
    public long Restarts { get; init; }

    /// <summary>Events that came again with the same id, and were left out.</summary>
    public long DuplicatesDropped { get; init; }

    /// <summary>Lines that are no records.</summary>
    public long LinesSkipped { get; init; }

    /// <summary>
    /// Records with the status SKIPDATA: AWS lost records in their intervals. They are counted whether the conditions want
    /// them or not, if they come here at all; see <c>-FilterPattern</c>.
    /// </summary>
    public long SkipData { get; init; }

    /// <summary>Records with the status NODATA: there was no traffic. They are counted as those of SKIPDATA.</summary>
    public long NoData { get; init; }

    /// <summary>The earliest start of a record, in UTC.</summary>
    public DateTimeOffset? FirstTime { get; init; }

    /// <summary>The latest start of a record, in UTC.</summary>
    public DateTimeOffset? LastTime { get; init; }

    /// <summary>The longest time between the end of a record's interval and its arrival in CloudWatch Logs.</summary>
    public TimeSpan? IngestLag { get; init; }

    /// <summary>Whether nothing is missing, as far as can be known: nothing failed, no line was skipped, and AWS lost nothing.</summary>
    public bool Complete { get; init; }

    /// <summary>Why it is not complete, or where it was ended on purpose.</summary>
    public string[] Reasons { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Complete
        ? $"{Records} records, complete"
        : $"{Records} records, not complete: {string.Join(' ', Reasons)}";
}
