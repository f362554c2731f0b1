namespace FlowLogs.Sandbox.Protocol.RestXml;

/// <summary>The errors of S3, with the service's codes and words.</summary>
internal static class RestError
{
    public static ServiceException NoSuchBucket() => new("NoSuchBucket", "The specified bucket does not exist", 404);

    public static ServiceException NoSuchKey() => new("NoSuchKey", "The specified key does not exist.", 404);

    public static ServiceException BucketAlreadyOwnedByYou() => new(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        409);

    public static ServiceException BucketNotEmpty() =>
        new("BucketNotEmpty", "The bucket you tried to delete is not empty", 409);

    public static ServiceException InvalidArgument(string message) => new("InvalidArgument", message);

    public static ServiceException InvalidRange() =>
        new("InvalidRange", "The requested range is not satisfiable", 416);

    public static ServiceException PreconditionFailed() => new(
        "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412);

    public static ServiceException IncompleteBody() => new(
        "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");

    public static ServiceException MethodNotAllowed() => new(
        "MethodNotAllowed", "The specified method is not allowed against this resource.", 405);

    /// <summary>The client asks for more than the sandbox can do.</summary>
    /// <param name="what">The header or parameter that says so.</param>
    public static ServiceException NotImplemented(string what) => new(
        "NotImplemented", $"You provided '{what}', which implies functionality that is not implemented", 501);
}
