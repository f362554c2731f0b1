using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>What is asked of DescribeAlarms.</summary>
public class DescribeAlarmsRequest : AmazonCloudWatchRequest
{
    /// <summary>Only these alarms, at most 100; instead of a prefix.</summary>
    public List<string>? AlarmNames { get; set; }

    /// <summary>Only alarms whose name begins so.</summary>
    public string? AlarmNamePrefix { get; set; }

    /// <summary>Only alarms in this state.</summary>
    public StateValue? StateValue { get; set; }

    /// <summary>The most alarms a page may have, 1 to 100.</summary>
    public int? MaxRecords { get; set; }

    /// <summary>The token of the page that is wanted; null for the first.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of DescribeAlarms.</summary>
public class DescribeAlarmsResponse : AmazonWebServiceResponse
{
    /// <summary>The alarms on metrics.</summary>
    public List<MetricAlarm>? MetricAlarms { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
