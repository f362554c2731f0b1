namespace FlowLogs.Filtering.Syntax;

/// <summary>What has been read of a list of alternatives, each a list of conditions.</summary>
/// <param name="start">Where the group starts.</param>
internal sealed class ConditionGroup<TNode>(int start)
{
    public int Start { get; } = start;

    public List<TNode> Alternatives { get; } = [];

    /// <summary>Where the alternative that is being read starts.</summary>
    public int AlternativeStart { get; set; } = start;

    /// <summary>The conditions of the alternative that is being read.</summary>
    public List<TNode> Conditions { get; } = [];
}
