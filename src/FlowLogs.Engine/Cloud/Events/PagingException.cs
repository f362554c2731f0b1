namespace FlowLogs.Cloud.Events;

/// <summary>The pages of a slice cannot be continued; it may still be read from its beginning.</summary>
internal sealed class PagingException : FlowLogException
{
    private PagingException(string errorId, string message, string logGroupName, Exception? innerException)
        : base(errorId, FlowErrorKind.ServiceError, message, logGroupName, innerException)
    {
    }

    public static PagingException Stuck(string logGroupName, int times) => new(
        "PagingStuck",
        $"Reading {logGroupName} does not get on: the service gave page tokens that it had given before, {times} times in a row.",
        logGroupName,
        null);

    public static PagingException Rejected(string logGroupName, FlowLogException error) => new(
        "PageTokenRejected",
        $"Reading {logGroupName} does not get on: the service does not take the page token that it gave. {error.Message}",
        logGroupName,
        error);
}
