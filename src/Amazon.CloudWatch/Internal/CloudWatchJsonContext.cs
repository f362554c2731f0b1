using System.Text.Json.Serialization;
using Amazon.CloudWatch.Model;

namespace Amazon.CloudWatch.Internal;

/// <summary>
/// The JSON of requests and answers, generated from the models: members as they are called there, what is null left
/// out, times in epoch seconds. Members that the models do not have are passed over, because the service adds some.
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(EpochSecondsConverter),
        typeof(ComparisonOperatorConverter),
        typeof(ScanByConverter),
        typeof(StandardUnitConverter),
        typeof(StateValueConverter),
        typeof(StatisticConverter),
        typeof(StatusCodeConverter),
    ])]
[JsonSerializable(typeof(DeleteAlarmsRequest))]
[JsonSerializable(typeof(DescribeAlarmsRequest))]
[JsonSerializable(typeof(DescribeAlarmsResponse))]
[JsonSerializable(typeof(GetMetricDataRequest))]
[JsonSerializable(typeof(GetMetricDataResponse))]
[JsonSerializable(typeof(PutMetricAlarmRequest))]
internal sealed partial class CloudWatchJsonContext : JsonSerializerContext;
