namespace FlowLogs;

/// <summary>What kind of thing went wrong, in terms that a shell can map to categories of its own.</summary>
public enum FlowErrorKind
{
    /// <summary>An argument that no source or service would accept.</summary>
    InvalidArgument,

    /// <summary>Data that does not have the form it should have.</summary>
    InvalidData,

    /// <summary>A file, log group, stream or filter that does not exist.</summary>
    NotFound,

    /// <summary>Something with that name is there already.</summary>
    AlreadyExists,

    /// <summary>The file system or the service refuses access.</summary>
    PermissionDenied,

    /// <summary>No credentials, or credentials that the service does not know.</summary>
    Authentication,

    /// <summary>The endpoint cannot be reached, or the connection broke.</summary>
    Connection,

    /// <summary>The service asks to be called less often.</summary>
    Throttled,

    /// <summary>A quota of the service is used up.</summary>
    LimitExceeded,

    /// <summary>Reading failed half-way.</summary>
    ReadError,

    /// <summary>The service cannot answer at the moment; the same call may succeed later.</summary>
    Unavailable,

    /// <summary>Writing failed half-way.</summary>
    WriteError,

    /// <summary>Somebody else is using it.</summary>
    InUse,

    /// <summary>Any other failure inside the service.</summary>
    ServiceError,

    /// <summary>Nothing failed, but what was done may not be what was meant.</summary>
    Warning,
}

/// <summary>
/// An error with a fixed id. Everything the engine and the libraries behind its interfaces throw on purpose is one of
/// these; the message is written for the person at the prompt, never holds a secret and cannot steer a terminal, whatever
/// text it quotes.
/// </summary>
public class FlowLogException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="errorId">A fixed id in Pascal case, such as <c>LogGroupNotFound</c>.</param>
    /// <param name="kind">What kind of thing went wrong.</param>
    /// <param name="message">One or two sentences for the user.</param>
    /// <param name="target">The thing it happened to: a path, a name, a line.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public FlowLogException(
        string errorId,
        FlowErrorKind kind,
        string message,
        object? target = null,
        Exception? innerException = null)
        : base(TerminalText.ShowLines(message), innerException)
    {
        ErrorId = errorId;
        Kind = kind;
        Target = target;
    }

    /// <summary>The fixed id of this error.</summary>
    public string ErrorId { get; }

    /// <summary>What kind of thing went wrong.</summary>
    public FlowErrorKind Kind { get; }

    /// <summary>The thing it happened to, where there is one.</summary>
    public object? Target { get; }
}
