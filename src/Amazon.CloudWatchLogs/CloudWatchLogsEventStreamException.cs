using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>Why a stream of events broke off; the cause is the inner exception.</summary>
public class CloudWatchLogsEventStreamException : EventStreamException
{
    /// <summary>Makes an error.</summary>
    public CloudWatchLogsEventStreamException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">The message.</param>
    public CloudWatchLogsEventStreamException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an error with its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public CloudWatchLogsEventStreamException(string? message, Exception innerException)
        : base(message, innerException)
    {
    }
}
