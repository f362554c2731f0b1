using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Sends the events of some groups as they come in, once a second, until the client has enough.</summary>
internal sealed class StartLiveTail(LogStore store) : IStreamOperation
{
    private const int MaxGroups = 10;
    private const int MaxNames = 100;
    private const int MaxSessions = 15;

    private int _sessions;

    public string Target => LogsOperations.TargetPrefix + nameof(StartLiveTail);

    public Func<Stream, CancellationToken, Task> Start(RequestMembers request, string requestId)
    {
        var identifiers = request.RequiredTexts("logGroupIdentifiers", TextRule.LogGroupIdentifier, 1, MaxGroups);
        var names = request.Texts("logStreamNames", TextRule.LogStreamName, 1, MaxNames);
        var prefixes = request.Texts("logStreamNamePrefixes", TextRule.LogStreamName, 1, MaxNames);
        var patternText = request.Text("logEventFilterPattern", TextRule.FilterPattern) ?? "";
        request.Validate();
        if (names is not null && prefixes is not null)
            throw ServiceException.InvalidParameter("Only one of logStreamNames and logStreamNamePrefixes may be specified.");
        if (identifiers.Count > 1 && (names ?? prefixes) is not null)
            throw ServiceException.InvalidParameter("Log streams can be specified for a single log group only.");

        var groups = identifiers.Select(identifier => store.Group(GroupReference.NameOf(identifier))).ToList();
        var pattern = patternText.Length == 0 ? null : PatternArgument.Parse(patternText, "Invalid filter pattern");
        var start = LiveTailMessages.Start(requestId, identifiers, names, prefixes, patternText);
        if (Interlocked.Increment(ref _sessions) > MaxSessions)
        {
            Interlocked.Decrement(ref _sessions);
            throw ServiceException.LimitExceeded();
        }

        return async (output, cancellationToken) =>
        {
            using var session = new LiveTailSession(store, groups, names, prefixes, pattern);
            try
            {
                await LiveTailMessages.SendAsync(output, start, session, store, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _sessions);
            }
        };
    }
}
