using FlowLogs.Filtering;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Gathers what comes in for somebody who looks on. What is not fetched in time is lost, the oldest first.</summary>
internal sealed class LiveTailSession : IDisposable
{
    /// <summary>The most events of one update; of more only a sample is sent.</summary>
    public const int MaxEvents = 500;

    private const int MaxWaiting = 5000;

    private readonly object _gate = new();
    private readonly LogStore _store;
    private readonly IReadOnlyList<LogGroup> _groups;
    private readonly IReadOnlyList<string>? _names;
    private readonly IReadOnlyList<string>? _prefixes;
    private readonly FilterPattern? _pattern;
    private readonly Queue<Row> _waiting = [];
    private bool _isSampled;

    public LiveTailSession(
        LogStore store,
        IReadOnlyList<LogGroup> groups,
        IReadOnlyList<string>? names,
        IReadOnlyList<string>? prefixes,
        FilterPattern? pattern)
    {
        (_store, _groups, _names, _prefixes, _pattern) = (store, groups, names, prefixes, pattern);
        store.AddListener(Take);
    }

    /// <summary>What has come in since it was last asked for.</summary>
    /// <param name="isSampled">Whether it is only a part of it.</param>
    public List<Row> Fetch(out bool isSampled)
    {
        lock (_gate)
        {
            var rows = new List<Row>(Math.Min(_waiting.Count, MaxEvents));
            var all = _waiting.ToArray();
            isSampled = _isSampled || all.Length > MaxEvents;
            for (var i = 0; i < Math.Min(all.Length, MaxEvents); i++)
                rows.Add(all[all.Length <= MaxEvents ? i : (int)((long)i * all.Length / MaxEvents)]);
            _waiting.Clear();
            _isSampled = false;
            return rows;
        }
    }

    public void Dispose() => _store.RemoveListener(Take);

    private void Take(IngestedEvents ingested)
    {
        if (!_groups.Contains(ingested.Group) || !IsWanted(ingested.Stream.Name))
            return;
        lock (_gate)
        {
            foreach (ref readonly var added in ingested.Events.Span)
            {
                if (_pattern?.IsMatch(added.Message.Span) == false)
                    continue;
                _waiting.Enqueue(new Row(ingested.Group, ingested.Stream, added));
                if (_waiting.Count <= MaxWaiting)
                    continue;
                _waiting.Dequeue();
                _isSampled = true;
            }
        }
    }

    private bool IsWanted(string stream) =>
        _names?.Contains(stream, StringComparer.Ordinal)
        ?? _prefixes?.Any(prefix => stream.StartsWith(prefix, StringComparison.Ordinal))
        ?? true;

    /// <summary>An event with its place.</summary>
    public sealed record Row(LogGroup Group, LogStream Stream, LogEvent Event);
}
