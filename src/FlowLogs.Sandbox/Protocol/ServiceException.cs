namespace FlowLogs.Sandbox.Protocol;

/// <summary>An error that goes to the client in the form of the protocol that it speaks.</summary>
internal sealed class ServiceException(string type, string message, int status = 400) : Exception(message)
{
    /// <summary>The service's name of the error.</summary>
    public string Type => type;

    /// <summary>The HTTP status.</summary>
    public int Status => status;

    public static ServiceException InvalidParameter(string message) => new("InvalidParameterException", message);

    public static ServiceException NotFound(string message) => new("ResourceNotFoundException", message);

    public static ServiceException NoSuchGroup() => NotFound("The specified log group does not exist.");

    public static ServiceException NoSuchStream() => NotFound("The specified log stream does not exist.");

    public static ServiceException AlreadyExists(string message) => new("ResourceAlreadyExistsException", message);

    public static ServiceException LimitExceeded() => new("LimitExceededException", "Resource limit exceeded.");

    public static ServiceException InvalidToken() => InvalidParameter("The specified nextToken is invalid.");

    public static ServiceException Serialization(string message) => new("SerializationException", message);

    public static ServiceException UnknownOperation(string message) => new("UnknownOperationException", message);
}
