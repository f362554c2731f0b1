using System.Collections.Concurrent;
using System.Globalization;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud.Events;

/// <summary>
/// A service that does all that the real one has been seen to do, by a seed: empty pages, tokens that come again, that are
/// refused or have expired, pages that overlap, events twice in a page, events out of order in and between pages,
/// throttling, connections that break, and days on which it cannot answer.
/// </summary>
internal sealed class FaultyLogs(IReadOnlyList<CloudLogEvent> events, int seed)
{
    // Everything comes right in the end.
    private const int MaxFaultsInARow = 4;

    private readonly ConcurrentDictionary<(long, long), int[]> _orders = new();
    private readonly ConcurrentDictionary<(long, long, string?), int> _tries = new();
    private readonly ConcurrentDictionary<(long, long), int> _refusals = new();
    private readonly Traits _traits = new(new Random(seed), events.Count);

    public CloudPage<CloudLogEvent> Answer(LogEventQuery query, string? token)
    {
        var (from, to) = (query.StartTime!.Value, query.EndTime!.Value);
        var tries = _tries.AddOrUpdate((from, to, token), 1, static (_, count) => count + 1);
        var random = new Random(Seed(from, to, token, tries));
        if (tries % (MaxFaultsInARow + 1) != 0)
        {
            if (random.NextDouble() < _traits.Passing)
                throw Passing(random.Next(3));
            if (token is not null && random.NextDouble() < _traits.Refused && _refusals.AddOrUpdate((from, to), 1, static (_, count) => count + 1) <= 3)
                throw new FlowLogException("InvalidParameter", FlowErrorKind.InvalidArgument, "The specified nextToken is expired.");
            if (random.NextDouble() < _traits.Empty)
                return new CloudPage<CloudLogEvent>([], Token(Position(token), random));
            if (token is not null && random.NextDouble() < _traits.Repeated)
                return new CloudPage<CloudLogEvent>([], token);
        }

        var order = _orders.GetOrAdd((from, to), _ => Order(from, to));
        var begin = Math.Max(0, Position(token) - random.Next(_traits.Overlap + 1));
        var length = random.Next(1, _traits.PageSize + 1);
        var page = order.Skip(begin).Take(length).Select(i => events[i]).ToList();
        var next = begin + page.Count;
        if (next <= Position(token) && next < order.Length)
        {
            page = [.. order.Skip(begin).Take(Position(token) - begin + 1).Select(i => events[i])];
            next = begin + page.Count;
        }

        for (var twice = page.Count == 0 ? 0 : random.Next(_traits.Copies + 1); twice > 0; twice--)
            page.Add(page[random.Next(page.Count)]);
        if (_traits.ShufflesPages)
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(page));
        return new CloudPage<CloudLogEvent>(page, next >= order.Length && (page.Count == 0 || random.Next(2) == 0) ? null : Token(next, random));
    }

    // The same for the same question in every process.
    private int Seed(long from, long to, string? token, int tries)
    {
        var hash = 17L + seed;
        foreach (var part in (ReadOnlySpan<long>)[from, to, tries, .. (token ?? "").Select(static c => (long)c)])
            hash = (hash * 1_000_003) + part;
        return (int)(hash ^ (hash >> 32));
    }

    private static FlowLogException Passing(int kind) => kind switch
    {
        0 => new FlowLogException("Throttled", FlowErrorKind.Throttled, "Rate exceeded."),
        1 => new FlowLogException("ServiceError", FlowErrorKind.Unavailable, "The service cannot answer."),
        _ => new FlowLogException("ConnectionFailed", FlowErrorKind.Connection, "The connection broke."),
    };

    // Where the next page begins, and something that makes every token another one.
    private static string Token(int position, Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"{position}/{random.Next()}");

    private static int Position(string? token) =>
        token is null ? 0 : int.Parse(token.AsSpan(0, token.IndexOf('/', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    // The order in which the events of a range are given: nearly by time, or by chance altogether.
    private int[] Order(long from, long to)
    {
        var found = Enumerable.Range(0, events.Count).Where(i => events[i].Timestamp >= from && events[i].Timestamp <= to).ToArray();
        var random = new Random(Seed(from, to, null, 0));
        var keys = found.Select((_, place) => place + (random.NextDouble() * Math.Min(_traits.Disorder, found.Length))).ToArray();
        Array.Sort(keys, found);
        return found;
    }

    private sealed class Traits(Random random, int events)
    {
        public double Passing { get; } = Chance(random, 0.3);

        public double Refused { get; } = Chance(random, 0.1);

        public double Empty { get; } = Chance(random, 0.3);

        public double Repeated { get; } = Chance(random, 0.2);

        public int Overlap { get; } = random.Next(2) == 0 ? 0 : random.Next(20);

        public int Copies { get; } = random.Next(2) == 0 ? 0 : random.Next(5);

        public bool ShufflesPages { get; } = random.Next(2) == 0;

        public double Disorder { get; } = random.Next(4) switch { 0 => 0, 1 => 10, 2 => 500, _ => double.MaxValue };

        public int PageSize { get; } = random.Next(1, Math.Max(60, events / 20));

        private static double Chance(Random random, double most) => random.Next(3) == 0 ? 0 : random.NextDouble() * most;
    }
}
