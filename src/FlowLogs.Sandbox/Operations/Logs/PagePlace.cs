using System.Globalization;
using System.Runtime.InteropServices;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Where a page of FilterLogEvents begins.</summary>
/// <param name="At">The place.</param>
/// <param name="End">Where the pages from there end, if those behind it have been given already.</param>
/// <param name="Resume">Where the reading goes on after that.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PagePlace(EventPosition At, EventPosition? End = null, EventPosition Resume = default)
{
    /// <summary>Tells tokens of one place apart.</summary>
    public int Attempt { get; init; }

    /// <summary>The place of the next page; null if there is none.</summary>
    /// <param name="behind">The place behind this page; null if nothing is left there.</param>
    public PagePlace? Behind(EventPosition? behind) => behind is { } place
        ? this with { At = place, Attempt = 0 }
        : End is null ? null : new PagePlace(Resume);

    public PageStart ToStart()
    {
        long[] rest = End is { } end
            ? [At.Sequence, Attempt, end.Timestamp, end.Sequence, Resume.Timestamp, Resume.Sequence]
            : [At.Sequence, Attempt];
        return new PageStart(At.Timestamp, string.Join(' ', rest.Select(static n => n.ToString(CultureInfo.InvariantCulture))));
    }

    public static PagePlace Read(PageStart start)
    {
        var rest = start.Name.Split(' ').Select(static n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var at = new EventPosition(start.Number, rest[0]);
        var place = rest.Length == 2 ? new PagePlace(at) : new PagePlace(at, new(rest[2], rest[3]), new(rest[4], rest[5]));
        return place with { Attempt = (int)rest[1] };
    }
}
