namespace FlowLogs.Cloud;

/// <summary>What a sandbox can be made to do wrong. Each happens to services, networks and logs in life.</summary>
public enum FlowSandboxFault
{
    /// <summary>The answer is that there are too many requests: with status 400, 429 or 503.</summary>
    Throttling,

    /// <summary>The answer is an error of the service: with status 500 or 503.</summary>
    ServerError,

    /// <summary>The connection is reset before or in the middle of the answer.</summary>
    Reset,

    /// <summary>The connection is closed before the whole body of the answer has come.</summary>
    Truncate,

    /// <summary>The answer takes up to a second.</summary>
    Slow,

    /// <summary>A page of events is empty, and has a token although more follow.</summary>
    EmptyPages,

    /// <summary>A page of FilterLogEvents has the token that was sent, and is not the last.</summary>
    RepeatedTokens,

    /// <summary>The service refuses a token of events that it gave out.</summary>
    ExpiredTokens,

    /// <summary>A page of events begins with some that the page before it had.</summary>
    DuplicateEvents,

    /// <summary>Some events are visible only up to fifteen seconds after others that are later.</summary>
    LateEvents,

    /// <summary>FilterLogEvents gives events or pages that are not in the order of time.</summary>
    OutOfOrderPages,
}
