using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A session of live tail ended because of a failure in the service.</summary>
public class SessionStreamingException : AmazonCloudWatchLogsException
{
    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">The service's message.</param>
    public SessionStreamingException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an error from an answer.</summary>
    /// <param name="message">The service's message.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    /// <param name="errorType">Whose fault it is.</param>
    /// <param name="errorCode">The service's code.</param>
    /// <param name="requestId">The id of the request, for AWS Support.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public SessionStreamingException(
        string? message,
        Exception? innerException,
        ErrorType errorType,
        string? errorCode,
        string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
