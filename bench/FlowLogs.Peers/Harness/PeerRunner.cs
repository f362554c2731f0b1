using System.Diagnostics;

namespace FlowLogs.Peers.Harness;

/// <summary>Measures both sides of a case by turns, after each has done the work for some time.</summary>
internal static class PeerRunner
{
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(3);

    // The threads of the other side come to rest; in one process their work would count here. The processors do not: one
    // that was idle is slow for about as long as our shortest cases take.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static PeerResult Run(PeerCase one)
    {
        var ours = WarmUp(one, one.Ours);
        var peers = WarmUp(one, one.Peer);
        if (one.IsSameQuestion)
            Check(one, ours, peers);
        var rounds = new List<(Usage, Usage)>();
        for (var round = 0; round < one.Rounds; round++)
            rounds.Add((Measure(one, one.Ours, ours), Measure(one, one.Peer, peers)));
        return new PeerResult(one, rounds);
    }

    /// <exception cref="InvalidOperationException">The answers differ.</exception>
    public static void Check(PeerCase one, string answer, string other)
    {
        if (answer != other)
            throw new InvalidOperationException($"{one.Work}, beside {one.Peer.Name}: one answer is {answer}, another {other}.");
    }

    // The compiler takes its time: what is over in a tenth of a second must be done some twenty times before it is compiled
    // for what it does.
    private static string WarmUp(PeerCase one, Side side)
    {
        if (one.Rounds >= 5)
        {
            var watch = Stopwatch.StartNew();
            do
                side.Run();
            while (watch.Elapsed < WarmUpTime);
        }

        return (side.Answer ?? side.Run)();
    }

    private static Usage Measure(PeerCase one, Side side, string expected)
    {
        KeepBusy(Pause);
        var usage = Usage.Of(side.Run, out var answer);
        if (side.Answer is null)
            Check(one, expected, answer);
        return usage - side.Start;
    }

    private static void KeepBusy(TimeSpan time)
    {
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < time)
            {
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
    }
}
