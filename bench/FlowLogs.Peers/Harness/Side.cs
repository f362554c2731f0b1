namespace FlowLogs.Peers.Harness;

/// <summary>One of two things that do the same work.</summary>
/// <param name="Name">What does it.</param>
/// <param name="Run">Does it. What it gives is the answer, unless there is an <see cref="Answer"/>.</param>
internal sealed record Side(string Name, Func<string> Run)
{
    /// <summary>Does the work and gives an answer that would be too much to ask for in what is measured.</summary>
    public Func<string>? Answer { get; init; }

    /// <summary>What the start of a process takes, which does not count.</summary>
    public Usage Start { get; init; } = new(0, 0);
}
