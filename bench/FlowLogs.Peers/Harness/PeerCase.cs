namespace FlowLogs.Peers.Harness;

/// <summary>Work of FlowLogs beside a peer's.</summary>
/// <param name="Work">What is done.</param>
/// <param name="Ours">FlowLogs.</param>
/// <param name="Peer">The peer.</param>
/// <param name="Bound">What is claimed; null: as it comes.</param>
internal sealed record PeerCase(string Work, Side Ours, Side Peer, Bound? Bound = null)
{
    /// <summary>Whether both are asked the same, and must give the same answer.</summary>
    public bool IsSameQuestion { get; init; } = true;

    /// <summary>How often both are measured.</summary>
    public int Rounds { get; init; } = 11;
}
