using System.Collections.Frozen;

namespace FlowLogs.Aws.Errors;

/// <summary>What the service's error codes mean. Services and protocols spell the common ones differently.</summary>
internal enum ServiceCode
{
    Other,
    UnknownKey,
    WrongSignature,
    WrongClock,
    Expired,
    AccessDenied,
    Throttled,
    LimitExceeded,
    NotFound,
    Exists,
    Invalid,
    Conflict,
    Unavailable,
    UnknownOperation,
}

/// <summary>Sorts the service's error codes.</summary>
internal static class ServiceCodes
{
    private static readonly FrozenDictionary<string, ServiceCode> Codes = new Dictionary<string, ServiceCode>
    {
        ["UnrecognizedClient"] = ServiceCode.UnknownKey,
        ["InvalidClientTokenId"] = ServiceCode.UnknownKey,
        ["InvalidAccessKeyId"] = ServiceCode.UnknownKey,
        ["InvalidToken"] = ServiceCode.UnknownKey,
        ["AuthFailure"] = ServiceCode.UnknownKey,
        ["MissingAuthenticationToken"] = ServiceCode.UnknownKey,
        ["InvalidSignature"] = ServiceCode.WrongSignature,
        ["SignatureDoesNotMatch"] = ServiceCode.WrongSignature,
        ["IncompleteSignature"] = ServiceCode.WrongSignature,
        ["RequestTimeTooSkewed"] = ServiceCode.WrongClock,
        ["RequestExpired"] = ServiceCode.WrongClock,
        ["ExpiredToken"] = ServiceCode.Expired,
        ["TokenRefreshRequired"] = ServiceCode.Expired,
        ["AccessDenied"] = ServiceCode.AccessDenied,
        ["UnauthorizedOperation"] = ServiceCode.AccessDenied,
        ["NotAuthorized"] = ServiceCode.AccessDenied,
        ["Forbidden"] = ServiceCode.AccessDenied,
        ["OptInRequired"] = ServiceCode.AccessDenied,
        ["SubscriptionRequired"] = ServiceCode.AccessDenied,
        ["Throttling"] = ServiceCode.Throttled,
        ["Throttled"] = ServiceCode.Throttled,
        ["RequestThrottled"] = ServiceCode.Throttled,
        ["TooManyRequests"] = ServiceCode.Throttled,
        ["RequestLimitExceeded"] = ServiceCode.Throttled,
        ["SlowDown"] = ServiceCode.Throttled,
        ["LimitExceeded"] = ServiceCode.LimitExceeded,
        ["ServiceQuotaExceeded"] = ServiceCode.LimitExceeded,
        ["ResourceNotFound"] = ServiceCode.NotFound,
        ["ResourceAlreadyExists"] = ServiceCode.Exists,
        ["InvalidParameter"] = ServiceCode.Invalid,
        ["InvalidParameterValue"] = ServiceCode.Invalid,
        ["UnknownParameter"] = ServiceCode.Invalid,
        ["InvalidOperation"] = ServiceCode.Invalid,
        ["InvalidParameterCombination"] = ServiceCode.Invalid,
        ["InvalidFormat"] = ServiceCode.Invalid,
        ["InvalidNextToken"] = ServiceCode.Invalid,
        ["MissingRequiredParameter"] = ServiceCode.Invalid,
        ["MissingParameter"] = ServiceCode.Invalid,
        ["Validation"] = ServiceCode.Invalid,
        ["ValidationError"] = ServiceCode.Invalid,
        ["Serialization"] = ServiceCode.Invalid,
        ["OperationAborted"] = ServiceCode.Conflict,
        ["ConcurrentModification"] = ServiceCode.Conflict,
        ["ServiceUnavailable"] = ServiceCode.Unavailable,
        ["InternalFailure"] = ServiceCode.Unavailable,
        ["InternalError"] = ServiceCode.Unavailable,
        ["InternalService"] = ServiceCode.Unavailable,
        ["InternalServiceError"] = ServiceCode.Unavailable,
        ["InternalServerError"] = ServiceCode.Unavailable,
        ["UnknownOperation"] = ServiceCode.UnknownOperation,
        ["InvalidAction"] = ServiceCode.UnknownOperation,
        ["NotImplemented"] = ServiceCode.UnknownOperation,
    }.ToFrozenDictionary();

    private static readonly string[] Endings = ["Exception", "Fault"];

    /// <summary>The meaning of a code, with or without one of the usual endings.</summary>
    public static ServiceCode Sort(string? code)
    {
        if (code is null)
            return ServiceCode.Other;
        var ending = Array.Find(Endings, ending => code.EndsWith(ending, StringComparison.Ordinal));
        var stem = code[..^(ending?.Length ?? 0)];
        return Codes.TryGetValue(stem, out var known) ? known : SortByEnding(stem);
    }

    // EC2 has codes for each kind of thing: InvalidVpcID.NotFound, FlowLogsLimitExceeded.
    private static ServiceCode SortByEnding(string code) =>
        code.EndsWith(".NotFound", StringComparison.Ordinal) ? ServiceCode.NotFound
        : code.EndsWith(".Malformed", StringComparison.Ordinal) ? ServiceCode.Invalid
        : code.EndsWith("LimitExceeded", StringComparison.Ordinal) ? ServiceCode.LimitExceeded
        : ServiceCode.Other;
}
