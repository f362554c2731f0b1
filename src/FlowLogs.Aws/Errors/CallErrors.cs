using System.Globalization;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;

namespace FlowLogs.Aws.Errors;

/// <summary>Makes errors of ours of what a call to CloudWatch Logs threw.</summary>
internal static class CallErrors
{
    public static FlowLogException ToFlowLogException(Exception exception, CallSubject subject, CallPlace place)
    {
        var doing = $"{subject.Operation} at {place.Address}";
        if (exception is AmazonServiceException { ErrorCode.Length: > 0 } answered)
            return FromCode(answered, subject, place);
        if (exception is AmazonUnmarshallingException or JsonException)
        {
            return Other($"{doing} failed: the answer is not one of CloudWatch Logs. Check the endpoint.");
        }
        if (NetworkErrors.Find(exception, doing, place.Address, place, subject.Target) is { } network)
            return network;
        if (exception is AmazonServiceException { StatusCode: >= HttpStatusCode.Continue and var status })
        {
            return status == HttpStatusCode.TooManyRequests
                ? Throttled(subject, place, exception)
                : Other(string.Create(CultureInfo.InvariantCulture, $"{doing} failed: the answer was HTTP status {(int)status}."));
        }
        return Other($"{doing} failed: {Sentence(exception.Message)}");

        FlowLogException Other(string message) => ServiceError(message, subject, exception);
    }

    private static FlowLogException FromCode(AmazonServiceException e, CallSubject subject, CallPlace place)
    {
        var doing = $"{subject.Operation} at {place.Address}";
        var said = Sentence(e.Message);
        var code = ServiceCodes.Sort(e.ErrorCode);
        return code switch
        {
            ServiceCode.UnknownKey or ServiceCode.WrongSignature or ServiceCode.WrongClock or ServiceCode.Expired =>
                CredentialErrors.Rejected(code, e, place),
            ServiceCode.AccessDenied => New("AccessDenied", FlowErrorKind.PermissionDenied, $"{doing} is not allowed: {said}"),
            ServiceCode.Throttled => Throttled(subject, place, e),
            ServiceCode.LimitExceeded => New(
                "LimitExceeded",
                FlowErrorKind.LimitExceeded,
                $"{subject.Operation} failed in {place.Region}: a quota of the account is used up. {said}"),
            ServiceCode.NotFound => NotFound(e, subject, place),
            ServiceCode.Exists => New(
                "LogGroupExists",
                FlowErrorKind.AlreadyExists,
                $"The log group '{subject.LogGroupName}' is there already, in {place.Region}."),
            ServiceCode.Invalid => New(
                "InvalidParameter",
                FlowErrorKind.InvalidArgument,
                $"CloudWatch Logs does not take this for {subject.Operation}: {said}"),
            ServiceCode.Conflict => ServiceError(
                $"{doing} failed: someone else changed the same thing at the same time. Try again.", subject, e),
            ServiceCode.Unavailable => ServiceError(
                $"{doing} failed: the service cannot answer at the moment ({e.ErrorCode}). Try again later.", subject, e),
            ServiceCode.UnknownOperation => ServiceError(
                $"{place.Address} does not know {subject.Operation}. Not every stand-in for AWS does.", subject, e),
            _ => ServiceError($"{doing} failed: {e.ErrorCode}. {said}", subject, e),
        };

        FlowLogException New(string id, FlowErrorKind kind, string message) => new(id, kind, message, subject.Target, e);
    }

    /// <summary>The service has one code for whatever is not there; its message says what, the operation what it may be.</summary>
    private static FlowLogException NotFound(AmazonServiceException e, CallSubject subject, CallPlace place)
    {
        var (id, message, target) = e.Message switch
        {
            var m when Says(m, "log group") => Group(),
            var m when Says(m, "log stream") => Stream(),
            var m when Says(m, "filter") => Filter(),
            _ when subject.Operation == "GetLogEvents" => Stream(),
            _ when subject.Operation == "DeleteMetricFilter" => Filter(),
            _ => Group(),
        };
        return new FlowLogException(id, FlowErrorKind.NotFound, message, target, e);

        static bool Says(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

        (string Id, string Message, object? Target) Group() => (
            "LogGroupNotFound",
            $"There is no log group '{subject.LogGroupName}' in {place.Region}. Check the name, the Region and the account.",
            subject.LogGroupName);

        (string Id, string Message, object? Target) Stream() => (
            "LogStreamNotFound",
            $"The log group '{subject.LogGroupName}' has no log stream {Named(subject.Name)}.",
            subject.Target);

        (string Id, string Message, object? Target) Filter() => (
            "MetricFilterNotFound",
            $"The log group '{subject.LogGroupName}' has no metric filter {Named(subject.Name)}.",
            subject.Target);

        static string Named(string? name) => name is null ? "of that name" : $"'{name}'";
    }

    private static FlowLogException Throttled(CallSubject subject, CallPlace place, Exception e) => new(
        "Throttled",
        FlowErrorKind.Throttled,
        $"{subject.Operation} was throttled in {place.Region}, again and again: calls come faster than the account's "
        + "quota allows. Wait a little, or ask for less at a time.",
        subject.Target,
        e);

    private static FlowLogException ServiceError(string message, CallSubject subject, Exception e) =>
        new("ServiceError", FlowErrorKind.ServiceError, message, subject.Target, e);

    private static string Sentence(string? message)
    {
        var text = message?.Trim() ?? "";
        return text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
    }
}
