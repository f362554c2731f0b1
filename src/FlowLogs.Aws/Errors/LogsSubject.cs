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
        ServiceCode.LimitExceeded when Quota() is { } quota => new FlowLogException(
            "LimitExceeded",
            FlowErrorKind.LimitExceeded,
            $"{Operation} failed in {place.Region}: the log group '{logGroupName}' has as many filters as it may have, {quota} "
            + $"unless its quota is another. {CallErrors.Sentence(exception.Message)}",
            Target,
            exception),
        _ => null,
    };

    private string? Quota() => Operation switch
    {
        "PutMetricFilter" => "100 metric filters, 5 of them with regular expressions,",
        "PutSubscriptionFilter" => "2 subscription filters",
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
            _ when Operation is "DeleteMetricFilter" or "DeleteSubscriptionFilter" => Filter(),
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

        (string Id, string Message, object? Target) Filter() => Operation.Contains("Subscription", StringComparison.Ordinal)
            ? ("SubscriptionNotFound", $"The log group '{logGroupName}' has no subscription filter {Named(name)}.", Target)
            : ("MetricFilterNotFound", $"The log group '{logGroupName}' has no metric filter {Named(name)}.", Target);

        static string Named(string? given) => given is null ? "of that name" : $"'{given}'";
    }
}
