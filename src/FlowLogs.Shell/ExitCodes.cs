namespace FlowLogs.Shell;

/// <summary>What the process says when it ends, in the numbers that <c>pwsh</c> uses.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    public const int Failure = 1;

    /// <summary>The command line makes no sense (EX_USAGE).</summary>
    public const int Usage = 64;

    /// <summary>Ended by Ctrl+C (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
