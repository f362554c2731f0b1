using System.Globalization;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;

namespace FlowLogs.Aws.Errors;

/// <summary>Makes errors of ours of what a call to a service threw.</summary>
internal static class CallErrors
{
    public static FlowLogException ToFlowLogException(Exception exception, CallSubject subject, CallPlace place)
    {
        var doing = $"{subject.Operation} at {place.Address}";
        if (exception is AmazonServiceException { ErrorCode.Length: > 0 } answered)
            return FromCode(answered, subject, place);
        if (exception is AmazonUnmarshallingException or JsonException)
        {
            // It may have broken on the way; if nothing has come yet, somebody else is at the endpoint.
            return ServiceError(
                $"{doing} failed: the answer is not one of {place.Service}. Check the endpoint.", subject, exception, FlowErrorKind.Connection);
        }
        if (NetworkErrors.Find(exception, doing, place.Address, place, subject.Target) is { } network)
            return network;
        if (exception is AmazonServiceException { StatusCode: >= HttpStatusCode.Continue and var status })
        {
            return status == HttpStatusCode.TooManyRequests
                ? Throttled(subject, place, exception)
                : ServiceError(
                    string.Create(CultureInfo.InvariantCulture, $"{doing} failed: the answer was HTTP status {(int)status}."),
                    subject,
                    exception,
                    status >= HttpStatusCode.InternalServerError ? FlowErrorKind.Unavailable : FlowErrorKind.ServiceError);
        }
        return Other($"{doing} failed: {Sentence(exception.Message)}");

        FlowLogException Other(string message) => ServiceError(message, subject, exception);
    }

    private static FlowLogException FromCode(AmazonServiceException e, CallSubject subject, CallPlace place)
    {
        var doing = $"{subject.Operation} at {place.Address}";
        var said = Sentence(e.Message);
        var code = ServiceCodes.Sort(e.ErrorCode);
        return subject.Find(code, e, place) ?? code switch
        {
            ServiceCode.UnknownKey or ServiceCode.WrongSignature or ServiceCode.WrongClock or ServiceCode.Expired =>
                CredentialErrors.Rejected(code, e, place),
            ServiceCode.AccessDenied => New("AccessDenied", FlowErrorKind.PermissionDenied, $"{doing} is not allowed: {said}"),
            ServiceCode.Throttled => Throttled(subject, place, e),
            ServiceCode.LimitExceeded => New(
                "LimitExceeded",
                FlowErrorKind.LimitExceeded,
                $"{subject.Operation} failed in {place.Region}: a quota of the account is used up. {said}"),
            ServiceCode.NotFound => New("NotFound", FlowErrorKind.NotFound, $"{doing} failed: {said}"),
            ServiceCode.Exists => New("AlreadyExists", FlowErrorKind.AlreadyExists, $"{doing} failed: {said}"),
            ServiceCode.Invalid => New(
                "InvalidParameter",
                FlowErrorKind.InvalidArgument,
                $"{place.Service} does not take this for {subject.Operation}: {said}"),
            ServiceCode.Conflict => ServiceError(
                $"{doing} failed: someone else changed the same thing at the same time. Try again.", subject, e),
            ServiceCode.Unavailable => ServiceError(
                $"{doing} failed: the service cannot answer at the moment ({e.ErrorCode}). Try again later.", subject, e, FlowErrorKind.Unavailable),
            ServiceCode.UnknownOperation => ServiceError(
                $"{place.Address} does not know {subject.Operation}. Not every stand-in for AWS does.", subject, e),
            _ => ServiceError($"{doing} failed: {e.ErrorCode}. {said}", subject, e),
        };

        FlowLogException New(string id, FlowErrorKind kind, string message) => new(id, kind, message, subject.Target, e);
    }

    private static FlowLogException Throttled(CallSubject subject, CallPlace place, Exception e) => new(
        "Throttled",
        FlowErrorKind.Throttled,
        $"{subject.Operation} was throttled in {place.Region}, again and again: calls come faster than the account's "
        + "quota allows. Wait a little, or ask for less at a time.",
        subject.Target,
        e);

    private static FlowLogException ServiceError(
        string message, CallSubject subject, Exception e, FlowErrorKind kind = FlowErrorKind.ServiceError) =>
        new("ServiceError", kind, message, subject.Target, e);

    /// <summary>What the service said, as a sentence.</summary>
    public static string Sentence(string? message)
    {
        var text = message?.Trim() ?? "";
        return text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
    }
}
