using Amazon.Runtime.Internal;

namespace Amazon.AwsJson;

/// <summary>What the pipeline wants to know of the service.</summary>
internal sealed class JsonServiceMetadata(JsonService service) : IServiceMetadata
{
    public string ServiceId => service.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
