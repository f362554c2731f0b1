using System.Collections.Immutable;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Store;

/// <summary>A log group with its streams and metric filters. Readers see immutable maps; writers take turns.</summary>
internal sealed class LogGroup(string name, long creationTime)
{
    /// <summary>The most metric filters a group may have.</summary>
    public const int MaxMetricFilters = 100;

    /// <summary>The most metric filters with a regular expression a group may have.</summary>
    public const int MaxRegexFilters = 5;

    /// <summary>The most subscription filters a group may have.</summary>
    public const int MaxSubscriptionFilters = 2;

    /// <summary>The classes of log groups; the first is the usual one.</summary>
    public static readonly string[] Classes = ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"];

    private readonly object _writing = new();
    private volatile ImmutableSortedDictionary<string, LogStream> _streams =
        ImmutableSortedDictionary.Create<string, LogStream>(StringComparer.Ordinal);

    private volatile ImmutableSortedDictionary<string, MetricFilter> _metricFilters =
        ImmutableSortedDictionary.Create<string, MetricFilter>(StringComparer.Ordinal);

    private volatile ImmutableSortedDictionary<string, SubscriptionFilter> _subscriptionFilters =
        ImmutableSortedDictionary.Create<string, SubscriptionFilter>(StringComparer.Ordinal);

    public string Name => name;

    public long CreationTime => creationTime;

    /// <summary>The ARN without the <c>:*</c> that older members of the interface carry.</summary>
    public string Arn => $"arn:aws:logs:{LogStore.Region}:{LogStore.AccountId}:log-group:{name}";

    public string LogGroupClass { get; init; } = Classes[0];

    public string? KmsKeyId { get; init; }

    /// <summary>How long events are kept; null for ever.</summary>
    public int? RetentionInDays { get; set; }

    public long StoredBytes => _streams.Values.Sum(stream => stream.StoredBytes);

    public ImmutableSortedDictionary<string, LogStream> Streams => _streams;

    public ImmutableSortedDictionary<string, MetricFilter> MetricFilters => _metricFilters;

    public ImmutableSortedDictionary<string, SubscriptionFilter> SubscriptionFilters => _subscriptionFilters;

    /// <summary>The time before which events are too old at another time.</summary>
    public long ExpiryAt(long now) => now - ((RetentionInDays ?? 0) * 24L * 60 * 60 * 1000);

    /// <summary>
    /// Forgets the events that are too old. The service hides them at once as well, although it may take days to delete
    /// them.
    /// </summary>
    public void Expire(long now)
    {
        if (RetentionInDays is null)
            return;
        foreach (var stream in _streams.Values)
            stream.Expire(ExpiryAt(now));
    }

    /// <summary>The stream of that name.</summary>
    public LogStream Stream(string streamName) =>
        _streams.TryGetValue(streamName, out var stream) ? stream : throw ServiceException.NoSuchStream();

    public LogStream CreateStream(string streamName, long time)
    {
        lock (_writing)
        {
            if (_streams.ContainsKey(streamName))
                throw ServiceException.AlreadyExists("The specified log stream already exists");
            var stream = new LogStream(this, streamName, time);
            _streams = _streams.Add(streamName, stream);
            return stream;
        }
    }

    public void DeleteStream(string streamName)
    {
        lock (_writing)
        {
            Stream(streamName);
            _streams = _streams.Remove(streamName);
        }
    }

    /// <summary>Adds a metric filter, or replaces the one of the same name, whose creation time stays.</summary>
    public void PutMetricFilter(MetricFilter filter)
    {
        lock (_writing)
        {
            if (_metricFilters.TryGetValue(filter.Name, out var old))
                filter = filter with { CreationTime = old.CreationTime };
            else if (_metricFilters.Count >= MaxMetricFilters)
                throw ServiceException.LimitExceeded();

            var others = _metricFilters.Values.Where(other => other.Name != filter.Name);
            if (filter.HasRegex && others.Count(other => other.HasRegex) >= MaxRegexFilters)
                throw ServiceException.LimitExceeded();
            _metricFilters = _metricFilters.SetItem(filter.Name, filter);
        }
    }

    public void DeleteMetricFilter(string filterName)
    {
        lock (_writing)
        {
            if (!_metricFilters.ContainsKey(filterName))
                throw ServiceException.NotFound("The specified metric filter does not exist.");
            _metricFilters = _metricFilters.Remove(filterName);
        }
    }

    /// <summary>Adds a subscription filter, or replaces the one of the same name, whose creation time stays.</summary>
    public void PutSubscriptionFilter(SubscriptionFilter filter)
    {
        lock (_writing)
        {
            if (_subscriptionFilters.TryGetValue(filter.Name, out var old))
                filter = filter with { CreationTime = old.CreationTime };
            else
                CheckRoomForSubscription(filter.Name);
            _subscriptionFilters = _subscriptionFilters.SetItem(filter.Name, filter);
        }
    }

    /// <summary>Throws if there is no room for another subscription filter.</summary>
    public void CheckRoomForSubscription(string filterName)
    {
        var filters = _subscriptionFilters;
        if (filters.Count >= MaxSubscriptionFilters && !filters.ContainsKey(filterName))
            throw ServiceException.LimitExceeded();
    }

    public void DeleteSubscriptionFilter(string filterName)
    {
        lock (_writing)
        {
            if (!_subscriptionFilters.ContainsKey(filterName))
                throw ServiceException.NotFound("The specified subscription filter does not exist.");
            _subscriptionFilters = _subscriptionFilters.Remove(filterName);
        }
    }
}
