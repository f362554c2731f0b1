using System.Text.Json.Serialization.Metadata;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>
/// An operation: its name, and how its request and answer look in JSON. That is all there is to one, because the
/// service speaks AWS JSON 1.1: every operation is a POST of its request to the root, named in a header.
/// </summary>
/// <param name="Name">The name in the service's API.</param>
/// <param name="RequestType">The JSON of the request.</param>
/// <param name="ResponseType">The JSON of the answer; null where the answer is empty.</param>
/// <param name="EmptyResponse">Makes the answer where it is empty.</param>
/// <param name="StreamResponse">Makes the answer of its body where that is a stream of events.</param>
/// <param name="HostPrefix">What the host's name begins with for this operation.</param>
internal sealed record Operation(
    string Name,
    JsonTypeInfo RequestType,
    JsonTypeInfo? ResponseType,
    Func<AmazonWebServiceResponse>? EmptyResponse = null,
    Func<Stream, AmazonWebServiceResponse>? StreamResponse = null,
    string? HostPrefix = null)
{
    private static readonly LogsJsonContext Json = LogsJsonContext.Default;

    private InvokeOptions? _options;

    public static readonly Operation CreateLogGroup =
        new(nameof(CreateLogGroup), Json.CreateLogGroupRequest, null, static () => new CreateLogGroupResponse());

    public static readonly Operation DeleteLogGroup =
        new(nameof(DeleteLogGroup), Json.DeleteLogGroupRequest, null, static () => new DeleteLogGroupResponse());

    public static readonly Operation DescribeLogGroups =
        new(nameof(DescribeLogGroups), Json.DescribeLogGroupsRequest, Json.DescribeLogGroupsResponse);

    public static readonly Operation DescribeLogStreams =
        new(nameof(DescribeLogStreams), Json.DescribeLogStreamsRequest, Json.DescribeLogStreamsResponse);

    public static readonly Operation FilterLogEvents =
        new(nameof(FilterLogEvents), Json.FilterLogEventsRequest, Json.FilterLogEventsResponse);

    public static readonly Operation GetLogEvents =
        new(nameof(GetLogEvents), Json.GetLogEventsRequest, Json.GetLogEventsResponse);

    public static readonly Operation PutMetricFilter =
        new(nameof(PutMetricFilter), Json.PutMetricFilterRequest, null, static () => new PutMetricFilterResponse());

    public static readonly Operation DescribeMetricFilters =
        new(nameof(DescribeMetricFilters), Json.DescribeMetricFiltersRequest, Json.DescribeMetricFiltersResponse);

    public static readonly Operation DeleteMetricFilter =
        new(nameof(DeleteMetricFilter), Json.DeleteMetricFilterRequest, null, static () => new DeleteMetricFilterResponse());

    public static readonly Operation StartLiveTail = new(
        nameof(StartLiveTail),
        Json.StartLiveTailRequest,
        null,
        StreamResponse: static body => new StartLiveTailResponse { ResponseStream = new StartLiveTailResponseStream(body) },
        HostPrefix: "streaming-");

    public static readonly Operation TestMetricFilter =
        new(nameof(TestMetricFilter), Json.TestMetricFilterRequest, Json.TestMetricFilterResponse);

    /// <summary>What the pipeline needs to carry the operation out.</summary>
    public InvokeOptions Options => _options ??= new InvokeOptions
    {
        RequestMarshaller = new OperationMarshaller(this),
        ResponseUnmarshaller = new OperationUnmarshaller(this),
    };
}
