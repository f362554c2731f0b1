using System.Collections.Immutable;

namespace FlowLogs.Sandbox.Store;

/// <summary>All flow logs of the sandbox, by id.</summary>
internal sealed class FlowLogStore(TimeProvider clock)
{
    private readonly object _writing = new();
    private readonly Dictionary<string, (string Question, FlowLogsCreated Answer)> _answered = new(StringComparer.Ordinal);
    private volatile ImmutableSortedDictionary<string, StoredFlowLog> _flowLogs =
        ImmutableSortedDictionary.Create<string, StoredFlowLog>(StringComparer.Ordinal);

    public DateTimeOffset Now => clock.GetUtcNow();

    public ImmutableSortedDictionary<string, StoredFlowLog> FlowLogs => _flowLogs;

    /// <summary>Adds a flow log unless there is one like it.</summary>
    public bool TryAdd(StoredFlowLog flowLog)
    {
        lock (_writing)
        {
            if (_flowLogs.Values.Any(flowLog.IsLike))
                return false;
            _flowLogs = _flowLogs.Add(flowLog.Id, flowLog);
            return true;
        }
    }

    public bool TryRemove(string id)
    {
        lock (_writing)
        {
            var before = _flowLogs;
            _flowLogs = before.Remove(id);
            return _flowLogs != before;
        }
    }

    /// <summary>Does what a client asks for once, however often it asks with the same token.</summary>
    /// <param name="clientToken">The client's token; null for a request that is made anew each time.</param>
    /// <param name="question">All that the request says.</param>
    /// <param name="create">Does it.</param>
    /// <returns>What came of it the first time; null where the token was used for another question.</returns>
    public FlowLogsCreated? Once(string? clientToken, string question, Func<FlowLogsCreated> create)
    {
        if (clientToken is null)
            return create();
        lock (_writing)
        {
            if (!_answered.TryGetValue(clientToken, out var known))
                _answered[clientToken] = known = (question, create());
            return known.Question == question ? known.Answer : null;
        }
    }
}

/// <summary>What came of a request for flow logs: their ids, and the resources that got none.</summary>
internal sealed record FlowLogsCreated(IReadOnlyList<string> Ids, IReadOnlyList<FlowLogFailure> Failures);

/// <summary>Why something could not be done for one resource.</summary>
internal readonly record struct FlowLogFailure(string ResourceId, string Code, string Message);
