namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>An operation whose answer is an event stream.</summary>
internal interface IStreamOperation
{
    /// <summary>What the client puts into <c>X-Amz-Target</c>.</summary>
    string Target { get; }

    /// <summary>Checks the request.</summary>
    /// <param name="request">The request's members.</param>
    /// <param name="requestId">The id that the answer carries.</param>
    /// <returns>Writes the messages of the stream until it ends or nobody listens any more.</returns>
    /// <exception cref="ServiceException">The answer is an error and no stream.</exception>
    Func<Stream, CancellationToken, Task> Start(RequestMembers request, string requestId);
}
