using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>Between the SDK's models and the engine's.</summary>
internal static class Mapping
{
    public static CloudPage<T> Page<TModel, T>(List<TModel>? models, Func<TModel, T> map, string? nextToken)
    {
        if (models is not { Count: > 0 })
            return new CloudPage<T>([], nextToken);
        var items = new T[models.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = map(models[i]);
        return new CloudPage<T>(items, nextToken);
    }

    public static FlowLogGroup ToGroup(LogGroup group) => new()
    {
        LogGroupName = group.LogGroupName ?? "",
        CreationTime = ToTime(group.CreationTime),
        RetentionInDays = group.RetentionInDays,
        MetricFilterCount = group.MetricFilterCount,
        StoredBytes = group.StoredBytes,
        LogGroupClass = group.LogGroupClass?.Value,
        KmsKeyId = group.KmsKeyId,
        LogGroupArn = group.LogGroupArn ?? WithoutStar(group.Arn),
    };

    public static FlowLogStream ToStream(LogStream stream, string logGroupName) => new()
    {
        LogGroupName = logGroupName,
        LogStreamName = stream.LogStreamName ?? "",
        CreationTime = ToTime(stream.CreationTime),
        FirstEventTimestamp = ToTime(stream.FirstEventTimestamp),
        LastEventTimestamp = ToTime(stream.LastEventTimestamp),
        LastIngestionTime = ToTime(stream.LastIngestionTime),
        Arn = stream.Arn,
    };

    public static FilterLogEventsRequest ToFilterRequest(LogEventQuery query, string? nextToken)
    {
        var (name, identifier) = NameOrArn(query.LogGroupName);
        return new FilterLogEventsRequest
        {
            LogGroupName = name,
            LogGroupIdentifier = identifier,
            LogStreamNames = query.LogStreamNames.Count == 0 ? null : [.. query.LogStreamNames],
            LogStreamNamePrefix = query.LogStreamNamePrefix,
            StartTime = query.StartTime,
            EndTime = query.EndTime,
            FilterPattern = query.FilterPattern,
            Limit = query.PageSize,
            NextToken = nextToken,
#pragma warning disable CS0618 // The service says it ignores this; other implementations of it do not.
            Interleaved = true,
#pragma warning restore CS0618
        };
    }

    public static StartLiveTailRequest ToLiveTailRequest(LiveTailQuery query) => new()
    {
        LogGroupIdentifiers = [WithoutStar(query.LogGroupArn)!],
        LogStreamNames = query.LogStreamNames.Count == 0 ? null : [.. query.LogStreamNames],
        LogStreamNamePrefixes = query.LogStreamNamePrefix is null ? null : [query.LogStreamNamePrefix],
        LogEventFilterPattern = query.FilterPattern,
    };

    public static LiveTailUpdate ToUpdate(LiveTailSessionUpdate update) => new(
        Page(
            update.SessionResults,
            static e => new CloudLogEvent(WithoutLineEnd(e.Message), e.Timestamp ?? 0, e.IngestionTime ?? 0, e.LogStreamName, eventId: null),
            null).Items,
        update.SessionMetadata?.Sampled == true);

    public static PutMetricFilterRequest ToPutRequest(FlowMetricFilter filter) => new()
    {
        LogGroupName = filter.LogGroupName,
        FilterName = filter.FilterName,
        FilterPattern = filter.FilterPattern,
        MetricTransformations =
        [
            new MetricTransformation
            {
                MetricName = filter.MetricName,
                MetricNamespace = filter.MetricNamespace,
                MetricValue = filter.MetricValue,
                DefaultValue = filter.DefaultValue,
                Unit = filter.Unit is null ? null : StandardUnit.FindValue(filter.Unit),
                Dimensions = filter.Dimensions.Count == 0 ? null : new(filter.Dimensions, StringComparer.Ordinal),
            },
        ],
    };

    public static FlowMetricFilter ToFilter(MetricFilter filter, string? logGroupName)
    {
        var metric = filter.MetricTransformations is [var first, ..] ? first : new MetricTransformation();
        return new FlowMetricFilter
        {
            FilterName = filter.FilterName ?? "",
            LogGroupName = filter.LogGroupName ?? logGroupName ?? "",
            FilterPattern = filter.FilterPattern ?? "",
            MetricName = metric.MetricName ?? "",
            MetricNamespace = metric.MetricNamespace ?? "",
            MetricValue = metric.MetricValue ?? "",
            DefaultValue = metric.DefaultValue,
            Unit = metric.Unit is null || metric.Unit == StandardUnit.None ? null : metric.Unit.Value,
            Dimensions = metric.Dimensions ?? [],
            CreationTime = ToTime(filter.CreationTime),
        };
    }

    public static PutSubscriptionFilterRequest ToPutRequest(FlowSubscription subscription) => new()
    {
        LogGroupName = subscription.LogGroupName,
        FilterName = subscription.FilterName,
        FilterPattern = subscription.FilterPattern,
        DestinationArn = subscription.DestinationArn,
        RoleArn = subscription.RoleArn,
        Distribution = subscription.Distribution is null ? null : Distribution.FindValue(subscription.Distribution),
    };

    public static FlowSubscription ToSubscription(SubscriptionFilter filter, string logGroupName) => new()
    {
        FilterName = filter.FilterName ?? "",
        LogGroupName = filter.LogGroupName ?? logGroupName,
        FilterPattern = filter.FilterPattern ?? "",
        DestinationArn = filter.DestinationArn ?? "",
        RoleArn = filter.RoleArn,
        Distribution = filter.Distribution?.Value,
        CreationTime = ToTime(filter.CreationTime),
    };

    public static CloudFilterMatch ToMatch(MetricFilterMatchRecord match) =>
        new(match.EventNumber ?? 0, match.EventMessage ?? "", match.ExtractedValues ?? []);

    /// <summary>Which of two members a log group goes into: a name, or an ARN, which other accounts' groups need.</summary>
    public static (string? Name, string? Identifier) NameOrArn(string group) =>
        group.StartsWith("arn:", StringComparison.Ordinal) ? (null, WithoutStar(group)) : (group, null);

    /// <summary>The one stream that is asked for, if it is one.</summary>
    public static string? StreamOf(LogEventQuery query) => query.LogStreamNames is [var stream] ? stream : null;

    private static string? WithoutStar(string? arn) =>
        arn is not null && arn.EndsWith(":*", StringComparison.Ordinal) ? arn[..^2] : arn;

    private static string WithoutLineEnd(string? message) => message?.TrimEnd('\r', '\n') ?? "";

    public static DateTimeOffset? ToTime(DateTime? time) => time?.ToUniversalTime();
}
