using System.Globalization;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud.Events;

/// <summary>Answers FilterLogEvents from a list of events, in pages, in their order and without faults.</summary>
internal sealed class EventServer(IEnumerable<CloudLogEvent> events, int pageSize)
{
    private readonly List<CloudLogEvent> _events = [.. events];
    private int _served;

    public int Served => _served;

    public CloudPage<CloudLogEvent> Answer(LogEventQuery query, string? token)
    {
        var found = _events.FindAll(e => e.Timestamp >= (query.StartTime ?? 0) && e.Timestamp <= (query.EndTime ?? long.MaxValue));
        var from = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        var page = found.Skip(from).Take(pageSize).ToList();
        Interlocked.Add(ref _served, page.Count);
        // A page with events always has a token.
        return new CloudPage<CloudLogEvent>(page, page.Count == 0 ? null : (from + page.Count).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Events at these times; the message and the id are the number of the event.</summary>
    public static IEnumerable<CloudLogEvent> At(IEnumerable<long> times) =>
        times.Select(static (time, i) => new CloudLogEvent($"m{i}", time, time + 1000, "eni-1-all", i.ToString("D12", CultureInfo.InvariantCulture)));
}
