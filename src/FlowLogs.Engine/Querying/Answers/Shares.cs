namespace FlowLogs.Querying.Answers;

/// <summary>Work on many things that is shared by all processors.</summary>
internal static class Shares
{
    // With fewer, one thread is done before another has begun.
    private const int MinParallel = 1 << 14;

    /// <summary>How many shares there are of so many things.</summary>
    public static int Of(int count) => count < MinParallel ? 1 : Environment.ProcessorCount;

    /// <summary>Where a share begins; behind the last share, where that ends.</summary>
    public static int Start(int share, int count) => (int)((long)count * share / Of(count));

    /// <summary>Does something with each share: its number, and where it begins and ends.</summary>
    public static void Run(int count, Action<int, Range> work) =>
        Parallel.For(0, Of(count), share => work(share, Start(share, count)..Start(share + 1, count)));
}
