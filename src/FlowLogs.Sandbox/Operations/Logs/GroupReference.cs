using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>The group a request is about, given by name or by identifier: a name or an ARN.</summary>
internal readonly record struct GroupReference(string? Name, string? Identifier)
{
    private const string ArnPart = ":log-group:";

    public static GroupReference Read(RequestMembers request) => new(
        request.Text("logGroupName", TextRule.LogGroupName),
        request.Text("logGroupIdentifier", TextRule.LogGroupIdentifier));

    /// <summary>Finds the group, after the request was validated.</summary>
    public LogGroup Find(LogStore store)
    {
        if (Name is null == Identifier is null)
        {
            throw ServiceException.InvalidParameter(
                "Exactly one of logGroupName and logGroupIdentifier must be specified.");
        }

        return store.Group(Name ?? NameOf(Identifier!));
    }

    /// <summary>The name in an identifier.</summary>
    public static string NameOf(string identifier)
    {
        var start = identifier.IndexOf(ArnPart, StringComparison.Ordinal);
        return start < 0 ? identifier : identifier[(start + ArnPart.Length)..];
    }
}
