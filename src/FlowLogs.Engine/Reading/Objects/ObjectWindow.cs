using System.Globalization;
using FlowLogs.Cloud;

namespace FlowLogs.Reading.Objects;

/// <summary>
/// Which objects may have records that began in a time range. A file's name has the five minutes in which its records
/// ended, and its folder the day or hour of that; a record ends up to ten minutes after it began, the longest time of
/// aggregation; and files were seen that came an hour late. So files are wanted from shortly before the range to two
/// hours after it. The records' own times then decide.
/// </summary>
/// <param name="from">The first start that is wanted.</param>
/// <param name="to">The last start that is wanted.</param>
internal sealed class ObjectWindow(DateTimeOffset? from, DateTimeOffset? to)
{
    private const string NameMark = "_vpcflowlogs_";
    private const string StampFormat = "yyyyMMdd'T'HHmm'Z'";

    // For clocks that do not agree.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Late = TimeSpan.FromHours(2);
    private static readonly TimeSpan FileLength = TimeSpan.FromMinutes(5);

    // No record is uploaded before it begins; but uploads have the service's clock, and records that of a host.
    private static readonly TimeSpan UploadedEarly = TimeSpan.FromHours(1);

    /// <summary>The first time of folders and names that is wanted.</summary>
    public DateTimeOffset? First { get; } = from - DateTimeOffset.MinValue < Early ? null : from - Early;

    /// <summary>The last time of folders and names that is wanted.</summary>
    public DateTimeOffset? Last { get; } = DateTimeOffset.MaxValue - to < Late ? null : to + Late;

    public bool MayHold(TimeSlot? slot) => slot is not { } known || ((First is null || known.End > First) && (Last is null || known.Start <= Last));

    public bool MayHold(CloudObject item) =>
        MayHold(PartitionPath.TimeOf(item.Key))
        && MayHold(StampOf(item.Key))
        && (First is null || item.LastModified is null || item.LastModified >= First - UploadedEarly);

    /// <summary>The time in a name such as <c>123456789012_vpcflowlogs_eu-west-1_fl-1234_20261122T0500Z_hash.log.gz</c>; null for other names.</summary>
    private static TimeSlot? StampOf(string key)
    {
        var name = key.AsSpan(key.LastIndexOf('/') + 1);
        var mark = name.IndexOf(NameMark);
        if (mark < 0)
            return null;
        for (var rest = name[(mark + NameMark.Length)..]; rest.IndexOf('_') is var end and >= 0; rest = rest[(end + 1)..])
        {
            if (DateTimeOffset.TryParseExact(rest[..end], StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return new TimeSlot(time, time + FileLength);
        }

        return null;
    }
}
