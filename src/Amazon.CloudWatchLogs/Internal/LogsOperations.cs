using System.Text.Json.Serialization.Metadata;
using Amazon.AwsJson;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>The operations that are used here.</summary>
internal static class LogsOperations
{
    private static readonly LogsJsonContext Json = LogsJsonContext.Default;

    public static readonly JsonOperation CreateLogGroup =
        Make(nameof(CreateLogGroup), Json.CreateLogGroupRequest, static () => new CreateLogGroupResponse());

    public static readonly JsonOperation DeleteLogGroup =
        Make(nameof(DeleteLogGroup), Json.DeleteLogGroupRequest, static () => new DeleteLogGroupResponse());

    public static readonly JsonOperation DeleteMetricFilter =
        Make(nameof(DeleteMetricFilter), Json.DeleteMetricFilterRequest, static () => new DeleteMetricFilterResponse());

    public static readonly JsonOperation DeleteRetentionPolicy =
        Make(nameof(DeleteRetentionPolicy), Json.DeleteRetentionPolicyRequest, static () => new DeleteRetentionPolicyResponse());

    public static readonly JsonOperation DeleteSubscriptionFilter =
        Make(nameof(DeleteSubscriptionFilter), Json.DeleteSubscriptionFilterRequest, static () => new DeleteSubscriptionFilterResponse());

    public static readonly JsonOperation DescribeLogGroups =
        Make(nameof(DescribeLogGroups), Json.DescribeLogGroupsRequest, Json.DescribeLogGroupsResponse);

    public static readonly JsonOperation DescribeLogStreams =
        Make(nameof(DescribeLogStreams), Json.DescribeLogStreamsRequest, Json.DescribeLogStreamsResponse);

    public static readonly JsonOperation DescribeMetricFilters =
        Make(nameof(DescribeMetricFilters), Json.DescribeMetricFiltersRequest, Json.DescribeMetricFiltersResponse);

    public static readonly JsonOperation DescribeSubscriptionFilters =
        Make(nameof(DescribeSubscriptionFilters), Json.DescribeSubscriptionFiltersRequest, Json.DescribeSubscriptionFiltersResponse);

    public static readonly JsonOperation FilterLogEvents =
        Make(nameof(FilterLogEvents), Json.FilterLogEventsRequest, Json.FilterLogEventsResponse);

    public static readonly JsonOperation PutMetricFilter =
        Make(nameof(PutMetricFilter), Json.PutMetricFilterRequest, static () => new PutMetricFilterResponse());

    public static readonly JsonOperation PutRetentionPolicy =
        Make(nameof(PutRetentionPolicy), Json.PutRetentionPolicyRequest, static () => new PutRetentionPolicyResponse());

    public static readonly JsonOperation PutSubscriptionFilter =
        Make(nameof(PutSubscriptionFilter), Json.PutSubscriptionFilterRequest, static () => new PutSubscriptionFilterResponse());

    public static readonly JsonOperation StartLiveTail = new(
        LogsService.Instance,
        nameof(StartLiveTail),
        Json.StartLiveTailRequest,
        null,
        StreamResponse: static body => new StartLiveTailResponse { ResponseStream = new StartLiveTailResponseStream(body) },
        HostPrefix: "streaming-");

    public static readonly JsonOperation TestMetricFilter =
        Make(nameof(TestMetricFilter), Json.TestMetricFilterRequest, Json.TestMetricFilterResponse);

    private static JsonOperation Make(string name, JsonTypeInfo request, JsonTypeInfo response) =>
        new(LogsService.Instance, name, request, response);

    private static JsonOperation Make(string name, JsonTypeInfo request, Func<AmazonWebServiceResponse> emptyResponse) =>
        new(LogsService.Instance, name, request, null, emptyResponse);
}
