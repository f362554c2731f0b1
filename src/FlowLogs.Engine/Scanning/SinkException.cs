namespace FlowLogs.Scanning;

/// <summary>A sink takes no more. No fault of what is read, so that reading it on would be of no use.</summary>
internal sealed class SinkException(FlowLogException problem) : Exception(problem.Message, problem)
{
    /// <summary>Why.</summary>
    public FlowLogException Problem => problem;
}
