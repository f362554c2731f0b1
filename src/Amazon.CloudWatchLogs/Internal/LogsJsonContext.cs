using System.Text.Json.Serialization;
using Amazon.CloudWatchLogs.Model;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>
/// The JSON of requests and answers, generated from the models: members in camel case, what is null left out, times
/// in epoch milliseconds. Members that the models do not have are passed over, because the service adds some.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(EpochMillisecondsConverter),
        typeof(DistributionConverter),
        typeof(LogGroupClassConverter),
        typeof(OrderByConverter),
        typeof(StandardUnitConverter),
    ])]
[JsonSerializable(typeof(CreateLogGroupRequest))]
[JsonSerializable(typeof(DeleteLogGroupRequest))]
[JsonSerializable(typeof(DescribeLogGroupsRequest))]
[JsonSerializable(typeof(DescribeLogGroupsResponse))]
[JsonSerializable(typeof(DescribeLogStreamsRequest))]
[JsonSerializable(typeof(DescribeLogStreamsResponse))]
[JsonSerializable(typeof(FilterLogEventsRequest))]
[JsonSerializable(typeof(FilterLogEventsResponse))]
[JsonSerializable(typeof(PutMetricFilterRequest))]
[JsonSerializable(typeof(DescribeMetricFiltersRequest))]
[JsonSerializable(typeof(DescribeMetricFiltersResponse))]
[JsonSerializable(typeof(DeleteMetricFilterRequest))]
[JsonSerializable(typeof(StartLiveTailRequest))]
[JsonSerializable(typeof(LiveTailSessionStart))]
[JsonSerializable(typeof(LiveTailSessionUpdate))]
[JsonSerializable(typeof(PutRetentionPolicyRequest))]
[JsonSerializable(typeof(DeleteRetentionPolicyRequest))]
[JsonSerializable(typeof(PutSubscriptionFilterRequest))]
[JsonSerializable(typeof(DescribeSubscriptionFiltersRequest))]
[JsonSerializable(typeof(DescribeSubscriptionFiltersResponse))]
[JsonSerializable(typeof(DeleteSubscriptionFilterRequest))]
[JsonSerializable(typeof(TestMetricFilterRequest))]
[JsonSerializable(typeof(TestMetricFilterResponse))]
internal sealed partial class LogsJsonContext : JsonSerializerContext;
