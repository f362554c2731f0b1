using System.Text.Json.Serialization.Metadata;
using Amazon.AwsJson;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Internal;

/// <summary>The operations that are used here.</summary>
internal static class CloudWatchOperations
{
    private static readonly CloudWatchJsonContext Json = CloudWatchJsonContext.Default;

    public static readonly JsonOperation DeleteAlarms =
        Make(nameof(DeleteAlarms), Json.DeleteAlarmsRequest, static () => new DeleteAlarmsResponse());

    public static readonly JsonOperation DescribeAlarms =
        Make(nameof(DescribeAlarms), Json.DescribeAlarmsRequest, Json.DescribeAlarmsResponse);

    public static readonly JsonOperation GetMetricData =
        Make(nameof(GetMetricData), Json.GetMetricDataRequest, Json.GetMetricDataResponse);

    public static readonly JsonOperation PutMetricAlarm =
        Make(nameof(PutMetricAlarm), Json.PutMetricAlarmRequest, static () => new PutMetricAlarmResponse());

    private static JsonOperation Make(string name, JsonTypeInfo request, JsonTypeInfo response) =>
        new(CloudWatchService.Instance, name, request, response);

    private static JsonOperation Make(string name, JsonTypeInfo request, Func<AmazonWebServiceResponse> emptyResponse) =>
        new(CloudWatchService.Instance, name, request, null, emptyResponse);
}
