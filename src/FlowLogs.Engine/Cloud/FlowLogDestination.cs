namespace FlowLogs.Cloud;

/// <summary>A place that flow logs are delivered to, as one who reads there names it.</summary>
public sealed class FlowLogDestination
{
    // Flow logs make this folder in every bucket, below the prefix that they were given.
    private const string BucketFolder = "AWSLogs/";

    private readonly string _name;
    private readonly Func<FlowLog, bool> _isOf;

    private FlowLogDestination(string name, FlowLogQuery query, Func<FlowLog, bool> isOf)
    {
        _name = name;
        Query = query;
        _isOf = isOf;
    }

    /// <summary>What to ask the service; its answer may have more than the flow logs of this place.</summary>
    public FlowLogQuery Query { get; }

    /// <summary>A log group.</summary>
    /// <param name="nameOrArn">The group's name, or its ARN, which the groups of other accounts need.</param>
    public static FlowLogDestination OfLogGroup(string nameOrArn)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        var group = ReadGroup(nameOrArn);
        var name = group?.Name ?? nameOrArn;
        return new FlowLogDestination(
            $"log group {nameOrArn}",
            new FlowLogQuery { LogGroupName = name },
            log => log.LogGroupName == name && (group is null || AccountOf(log) is not { } account || account == group.Value.Account));
    }

    /// <summary>A bucket, or a part of it.</summary>
    /// <param name="place">What is read; it may be more or less than the folder that a flow log was given.</param>
    public static FlowLogDestination OfBucket(S3Uri place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new FlowLogDestination(
            $"bucket {place}",
            new FlowLogQuery { LogDestinationType = "s3" },
            log => S3Uri.TryParse(log.LogDestination) is { } given && given.Bucket == place.Bucket && Meets(given.Path));

        bool Meets(string prefix)
        {
            var folder = prefix.TrimEnd('/') is { Length: > 0 } trimmed ? $"{trimmed}/{BucketFolder}" : BucketFolder;
            return folder.StartsWith(place.Prefix, StringComparison.Ordinal) || place.Prefix.StartsWith(folder, StringComparison.Ordinal);
        }
    }

    /// <summary>Whether a flow log is delivered here.</summary>
    public bool IsOf(FlowLog flowLog)
    {
        ArgumentNullException.ThrowIfNull(flowLog);
        return _isOf(flowLog);
    }

    /// <summary>The place, for messages.</summary>
    public override string ToString() => _name;

    // Flow logs of this account may have a group of the same name as the other account's.
    private static string? AccountOf(FlowLog log) =>
        log.LogDestination is { } destination && ReadGroup(destination) is { } group ? group.Account
        : log.DeliverLogsPermissionArn?.Split(':') is ["arn", _, "iam", _, var account, ..] ? account
        : null;

    // arn:aws:logs:region:account:log-group:name, with :* perhaps.
    private static (string Account, string Name)? ReadGroup(string arn) =>
        arn.Split(':') is ["arn", _, "logs", _, var account, "log-group", var name, ..] ? (account, name) : null;
}
