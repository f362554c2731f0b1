using Amazon.Runtime;

namespace FlowLogs.Aws.Errors;

/// <summary>What a call to EC2 is about.</summary>
/// <param name="operation">The service's operation.</param>
/// <param name="name">The flow log or the resources it is about, where it is about any.</param>
internal sealed class NetworkSubject(string operation, string? name = null) : CallSubject(operation, name)
{
    public override FlowLogException? Find(ServiceCode code, AmazonServiceException exception, CallPlace place) => (exception.ErrorCode, code) switch
    {
        ("FlowLogAlreadyExists", _) => New(
            "FlowLogExists",
            FlowErrorKind.AlreadyExists,
            $"A flow log of {name} to the same destination is there already, in {place.Region}."),
        ("LogDestinationNotFoundException" or "LogDestinationNotFound", _) => New(
            "LogDestinationNotFound", FlowErrorKind.NotFound, $"The destination of the flow log is not there: {exception.Message}"),
        ("LogDestinationPermissionIssueException" or "LogDestinationPermissionIssue", _) => New(
            "LogDestinationAccessDenied",
            FlowErrorKind.PermissionDenied,
            $"Flow logs may not be delivered to the destination, or whoever calls may not change its policy: {exception.Message}"),
        (_, ServiceCode.NotFound) when Operation == "DeleteFlowLogs" => New(
            "FlowLogNotFound", FlowErrorKind.NotFound, $"There is no flow log {name} in {place.Region}. Check the id, the Region and the account."),
        (_, ServiceCode.NotFound) => New(
            "ResourceNotFound", FlowErrorKind.NotFound, $"There is no {name} in {place.Region}. Check the id, the Region and the account."),
        _ => null,
    };

    private FlowLogException New(string id, FlowErrorKind kind, string message) => new(id, kind, message, Target);
}
