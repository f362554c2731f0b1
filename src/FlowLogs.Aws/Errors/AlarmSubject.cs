using Amazon.Runtime;

namespace FlowLogs.Aws.Errors;

/// <summary>What a call to CloudWatch about alarms is about.</summary>
/// <param name="operation">The service's operation.</param>
/// <param name="alarmName">The alarm it is about, or the beginning of its name.</param>
internal sealed class AlarmSubject(string operation, string? alarmName) : CallSubject(operation, alarmName)
{
    public override FlowLogException? Find(ServiceCode code, AmazonServiceException exception, CallPlace place) => code switch
    {
        ServiceCode.NotFound => new FlowLogException(
            "AlarmNotFound",
            FlowErrorKind.NotFound,
            $"There is no alarm '{alarmName}' in {place.Region}. Check the name, the Region and the account.",
            Target,
            exception),
        ServiceCode.LimitExceeded => new FlowLogException(
            "LimitExceeded",
            FlowErrorKind.LimitExceeded,
            $"The alarm '{alarmName}' was not made: the account has as many alarms in {place.Region} as it may have, 5,000 "
            + $"unless its quota is another. {CallErrors.Sentence(exception.Message)}",
            Target,
            exception),
        _ => null,
    };
}
