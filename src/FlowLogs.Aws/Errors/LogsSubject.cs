using Amazon.Runtime;

namespace FlowLogs.Aws.Errors;

/// <summary>What a call to CloudWatch Logs is about.</summary>
/// <param name="operation">The service's operation.</param>
/// <param name="logGroupName">The log group it is about, where there is one.</param>
/// <param name="name">The stream or filter it is about, where there is one.</param>
internal sealed class LogsSubject(string operation, string? logGroupName = null, string? name = null)
    : CallSubject(operation, name ?? logGroupName)
{
    public override FlowLogException? Find(ServiceCode code, AmazonServiceException exception, CallPlace place) => code switch
    {
        ServiceCode.NotFound => NotFound(exception, place),
        ServiceCode.Exists => new FlowLogException(
            "LogGroupExists",
            FlowErrorKind.AlreadyExists,
            $"The log group '{logGroupName}' is there already, in {place.Region}.",
            Target,
            exception),
        _ => null,
    };

    /// <summary>The service has one code for whatever is not there; its message says what, the operation what it may be.</summary>
    private FlowLogException NotFound(AmazonServiceException e, CallPlace place)
    {
        var (id, message, target) = e.Message switch
        {
            var m when Says(m, "log group") => Group(),
            var m when Says(m, "log stream") => Stream(),
            var m when Says(m, "filter") => Filter(),
            _ when Operation == "DeleteMetricFilter" => Filter(),
            _ => Group(),
        };
        return new FlowLogException(id, FlowErrorKind.NotFound, message, target, e);

        static bool Says(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

        (string Id, string Message, object? Target) Group() => (
            "LogGroupNotFound",
            $"There is no log group '{logGroupName}' in {place.Region}. Check the name, the Region and the account.",
            logGroupName);

        (string Id, string Message, object? Target) Stream() => (
            "LogStreamNotFound",
            $"The log group '{logGroupName}' has no log stream {Named(name)}.",
            Target);

        (string Id, string Message, object? Target) Filter() => (
            "MetricFilterNotFound",
            $"The log group '{logGroupName}' has no metric filter {Named(name)}.",
            Target);

        static string Named(string? given) => given is null ? "of that name" : $"'{given}'";
    }
}
