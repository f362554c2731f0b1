namespace FlowLogs.Sandbox.Protocol;

/// <summary>An error that goes to the client in the form of the protocol that it speaks.</summary>
internal sealed class ServiceException(string type, string message, int status = 400) : Exception(message)
{
    /// <summary>The service's name of the error.</summary>
    public string Type => type;

    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The error's name in an older protocol, which goes along in a header; null where there is none.</summary>
    public string? QueryError { get; init; }

    public static ServiceException InvalidParameter(string message) => new("InvalidParameterException", message);

    public static ServiceException NotFound(string message) => new("ResourceNotFoundException", message);

    public static ServiceException NoSuchGroup() => NotFound("The specified log group does not exist.");

    public static ServiceException NoSuchAlarm(string message) =>
        new("ResourceNotFound", message, 404) { QueryError = "ResourceNotFound" };

    public static ServiceException NoSuchStream() => NotFound("The specified log stream does not exist.");

    public static ServiceException AlreadyExists(string message) => new("ResourceAlreadyExistsException", message);

    public static ServiceException LimitExceeded() => new("LimitExceededException", "Resource limit exceeded.");

    public static ServiceException InvalidToken() => InvalidParameter("The specified nextToken is invalid.");

    public static ServiceException Serialization(string message) => new("SerializationException", message);

    public static ServiceException UnknownOperation(string message) => new("UnknownOperationException", message);
}
