using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>What is asked of DeleteAlarms.</summary>
public class DeleteAlarmsRequest : AmazonCloudWatchRequest
{
    /// <summary>The alarms, at most 100.</summary>
    public List<string>? AlarmNames { get; set; }
}

/// <summary>The answer of DeleteAlarms.</summary>
public class DeleteAlarmsResponse : AmazonWebServiceResponse
{
}
