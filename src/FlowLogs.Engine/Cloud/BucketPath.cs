namespace FlowLogs.Cloud;

/// <summary>A bucket of S3 and what keys in it begin with.</summary>
/// <param name="BucketName">The bucket's name.</param>
/// <param name="KeyPrefix">What keys begin with; empty for all.</param>
public sealed record BucketPath(string BucketName, string KeyPrefix)
{
    private const string Scheme = "s3://";

    /// <summary>Reads <c>s3://bucket/prefix</c> or <c>arn:aws:s3:::bucket/prefix</c>, in any partition.</summary>
    /// <returns>Null where the text is neither.</returns>
    public static BucketPath? TryParse(string? text)
    {
        if (text is null)
            return null;
        if (text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Of(text[Scheme.Length..]);
        return text.Split(':', 6) is ["arn", _, "s3", "", "", var path] ? Of(path) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}{BucketName}/{KeyPrefix}";

    private static BucketPath? Of(string path) => path.Split('/', 2) switch
    {
        [""] or ["", _] => null,
        [var bucket, var prefix] => new BucketPath(bucket, prefix),
        [var bucket, ..] => new BucketPath(bucket, ""),
        _ => null,
    };
}
