using Amazon.Runtime;

namespace FlowLogs.Aws.Errors;

/// <summary>
/// Errors of credentials. The causes of rejected ones are not kept: the service's message about a wrong signature
/// quotes the request, session token included, and what a credential process prints may be the secret itself.
/// </summary>
internal static class CredentialErrors
{
    /// <summary>Makes an error of ours of what fetching the credentials threw.</summary>
    public static FlowLogException ToFlowLogException(Exception exception, CallSubject subject, CallPlace place)
    {
        var service = Inner<AmazonServiceException>(exception, static e => e.ErrorCode is { Length: > 0 });
        var code = ServiceCodes.Sort(service?.ErrorCode);
        if (code is ServiceCode.UnknownKey or ServiceCode.WrongSignature or ServiceCode.WrongClock or ServiceCode.Expired)
            return Rejected(code, service!, place);
        if (code == ServiceCode.AccessDenied)
        {
            return new FlowLogException(
                "AccessDenied",
                FlowErrorKind.PermissionDenied,
                $"AWS does not let {place.CredentialSource} get credentials for {subject.Operation}: {service!.Message}",
                subject.Target);
        }
        var doing = $"Getting credentials from {place.CredentialSource} for {subject.Operation}";
        if (service is null && NetworkErrors.Find(exception, doing, "the service that gives them", place, subject.Target) is { } network)
            return network;
        return new FlowLogException(
            "NoCredentials",
            FlowErrorKind.Authentication,
            $"No credentials came from {place.CredentialSource}. If it signs in through IAM Identity Center, sign in with "
            + "'aws sso login'; else 'aws sts get-caller-identity' shows what is wrong.",
            subject.Target);
    }

    /// <summary>The service does not take the credentials.</summary>
    public static FlowLogException Rejected(ServiceCode code, AmazonServiceException e, CallPlace place)
    {
        // A wrong clock has no code of its own in most services.
        var clock = code == ServiceCode.WrongClock
            || (code == ServiceCode.WrongSignature
                && (Says("expired") || Says("not yet current")));
        return new FlowLogException(
            "InvalidCredentials",
            FlowErrorKind.Authentication,
            (clock, code) switch
            {
                (true, _) => $"{place.Address} refuses the request's time. Set this computer's clock right.",
                (_, ServiceCode.Expired) =>
                    $"The session of {place.CredentialSource} has expired. Sign in again (with 'aws sso login', for "
                    + "example), or get new session keys.",
                (_, ServiceCode.WrongSignature) =>
                    $"The secret key of {place.CredentialSource} does not fit the access key. Check both, and that the "
                    + $"Region ({place.Region}) is that of the endpoint.",
                _ => $"{place.Address} does not know the access key of {place.CredentialSource}. Check the keys, the "
                    + $"session token, and the Region ({place.Region}).",
            });

        bool Says(string word) => e.Message?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static T? Inner<T>(Exception exception, Func<T, bool> wanted)
        where T : Exception
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is T found && wanted(found))
                return found;
        }
        return null;
    }
}
