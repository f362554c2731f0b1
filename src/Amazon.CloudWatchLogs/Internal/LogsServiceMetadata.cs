using Amazon.Runtime.Internal;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>What the pipeline wants to know of the service.</summary>
internal sealed class LogsServiceMetadata : IServiceMetadata
{
    public string ServiceId => AmazonCloudWatchLogsConfig.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
