namespace FlowLogs.Cloud;

/// <summary>One page of an answer. A page may be empty and still have a token.</summary>
/// <param name="Items">The items of the page.</param>
/// <param name="NextToken">The token to ask the next page with, or null.</param>
public sealed record CloudPage<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>What to ask of FilterLogEvents.</summary>
public sealed record LogEventQuery
{
    /// <summary>The log group's name or ARN.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>Names of streams, at most 100; empty for all.</summary>
    public IReadOnlyList<string> LogStreamNames { get; init; } = [];

    /// <summary>Only streams whose name begins so; not together with names.</summary>
    public string? LogStreamNamePrefix { get; init; }

    /// <summary>The first timestamp that is wanted, epoch milliseconds.</summary>
    public long? StartTime { get; init; }

    /// <summary>The last timestamp that is wanted, epoch milliseconds, inclusive.</summary>
    public long? EndTime { get; init; }

    /// <summary>A filter pattern for the service to apply.</summary>
    public string? FilterPattern { get; init; }

    /// <summary>The most events a page may have, 1 to 10,000; null for as many as fit.</summary>
    public int? PageSize { get; init; }
}

/// <summary>One match of TestMetricFilter.</summary>
/// <param name="EventNumber">The message's number, from 1.</param>
/// <param name="Message">The message.</param>
/// <param name="ExtractedValues">The values by name, in no particular order.</param>
public sealed record CloudFilterMatch(
    long EventNumber,
    string Message,
    IReadOnlyDictionary<string, string> ExtractedValues);

/// <summary>
/// The operations of CloudWatch Logs that the module uses, one call each: paging, order and de-duplication are the
/// engine's work, so that they are the same for every implementation and can be tested without one. Every method
/// throws <see cref="FlowLogException"/> for whatever the service or the network answers.
/// </summary>
public interface ICloudLogs : ICloudService
{
    /// <summary>DescribeLogGroups.</summary>
    Task<CloudPage<FlowLogGroup>> DescribeLogGroupsAsync(string? namePrefix, string? nextToken, CancellationToken cancellationToken);

    /// <summary>CreateLogGroup.</summary>
    Task CreateLogGroupAsync(string logGroupName, CancellationToken cancellationToken);

    /// <summary>DeleteLogGroup.</summary>
    Task DeleteLogGroupAsync(string logGroupName, CancellationToken cancellationToken);

    /// <summary>PutRetentionPolicy.</summary>
    Task PutRetentionPolicyAsync(string logGroupName, int retentionInDays, CancellationToken cancellationToken);

    /// <summary>DeleteRetentionPolicy: events are kept for ever.</summary>
    Task DeleteRetentionPolicyAsync(string logGroupName, CancellationToken cancellationToken);

    /// <summary>DescribeLogStreams, ordered by name.</summary>
    Task<CloudPage<FlowLogStream>> DescribeLogStreamsAsync(string logGroupName, string? namePrefix, string? nextToken, CancellationToken cancellationToken);

    /// <summary>FilterLogEvents. The token returned is null on the last page, and only there.</summary>
    Task<CloudPage<CloudLogEvent>> FilterLogEventsAsync(LogEventQuery query, string? nextToken, CancellationToken cancellationToken);

    /// <summary>PutMetricFilter: makes a filter or replaces the one of the same name.</summary>
    Task PutMetricFilterAsync(FlowMetricFilter filter, CancellationToken cancellationToken);

    /// <summary>DescribeMetricFilters, by log group and filter name prefix, or by metric; null for not given.</summary>
    Task<CloudPage<FlowMetricFilter>> DescribeMetricFiltersAsync(string? logGroupName, string? filterNamePrefix, string? metricName, string? metricNamespace, string? nextToken, CancellationToken cancellationToken);

    /// <summary>DeleteMetricFilter.</summary>
    Task DeleteMetricFilterAsync(string logGroupName, string filterName, CancellationToken cancellationToken);

    /// <summary>PutSubscriptionFilter: makes a filter or replaces the one of the same name.</summary>
    Task PutSubscriptionFilterAsync(FlowSubscription subscription, CancellationToken cancellationToken);

    /// <summary>DescribeSubscriptionFilters; null for not given.</summary>
    Task<CloudPage<FlowSubscription>> DescribeSubscriptionFiltersAsync(string logGroupName, string? filterNamePrefix, string? nextToken, CancellationToken cancellationToken);

    /// <summary>DeleteSubscriptionFilter.</summary>
    Task DeleteSubscriptionFilterAsync(string logGroupName, string filterName, CancellationToken cancellationToken);

    /// <summary>TestMetricFilter, with 1 to 50 messages.</summary>
    Task<IReadOnlyList<CloudFilterMatch>> TestMetricFilterAsync(string filterPattern, IReadOnlyList<string> messages, CancellationToken cancellationToken);

    /// <summary>
    /// StartLiveTail: what arrives from now on, until the service ends the session, after three hours at most. Stand-ins
    /// for the service need not have it.
    /// </summary>
    IAsyncEnumerable<LiveTailUpdate> StartLiveTailAsync(LiveTailQuery query, CancellationToken cancellationToken) =>
        throw new FlowLogException("ServiceError", FlowErrorKind.ServiceError, "There is no live tail here.");
}
