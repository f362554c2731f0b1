using FlowLogs.Bench.Shared;

namespace FlowLogs.Peers.Harness;

/// <summary>What was measured of a case, round by round.</summary>
internal sealed record PeerResult(PeerCase Case, IReadOnlyList<(Usage Ours, Usage Peer)> Rounds)
{
    /// <summary>The median of the rounds' ratios: our time by the peer's. The bound is held to it.</summary>
    public double Ratio => Statistics.Median(Rounds.Select(static round => round.Ours.Seconds / round.Peer.Seconds));

    /// <summary>The same of processor time.</summary>
    public double ProcessorRatio => Statistics.Median(Rounds.Select(static round => round.Ours.Processor / round.Peer.Processor));

    public Usage Ours => Median(static round => round.Ours);

    public Usage Peer => Median(static round => round.Peer);

    public bool MeetsBound => Case.Bound?.Allows(Ratio) ?? true;

    private Usage Median(Func<(Usage Ours, Usage Peer), Usage> side) => new(
        Statistics.Median(Rounds.Select(round => side(round).Seconds)),
        Statistics.Median(Rounds.Select(round => side(round).Processor)));
}
