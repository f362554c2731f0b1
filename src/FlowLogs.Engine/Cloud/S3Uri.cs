using System.Text.RegularExpressions;

namespace FlowLogs.Cloud;

/// <summary>
/// A place in S3: a bucket, a folder in it, an object, or with the wildcards <c>*</c> and <c>?</c> several of them. A
/// wildcard stands for characters between two slashes.
/// </summary>
public sealed partial class S3Uri
{
    // Buckets that are older than the rules of today have capitals and underscores. An access point's alias is a name, too.
    private const string BucketPattern = "(?<bucket>[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9])";

    private S3Uri(string bucket, string path) => (Bucket, Path) = (bucket, path);

    /// <summary>The bucket's name.</summary>
    public string Bucket { get; }

    /// <summary>What follows the bucket's name and a slash; empty for the whole bucket.</summary>
    public string Path { get; }

    /// <summary>What the keys of all its objects begin with: the path up to a wildcard.</summary>
    public string Prefix => Path.AsSpan().IndexOfAny('*', '?') is >= 0 and var wildcard ? Path[..wildcard] : Path;

    /// <summary>
    /// Reads <c>s3://bucket/path</c>, an ARN as flow logs have it for their destination (<c>arn:aws:s3:::bucket/path</c>),
    /// or an object's or bucket's URL at AWS.
    /// </summary>
    /// <exception cref="FlowLogException"><c>InvalidS3Uri</c>.</exception>
    public static S3Uri Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParse(text) is { } place)
            return place;

        // What follows the question mark of a URL may be a signature.
        var trimmed = text.Trim();
        var shown = IsUrl(trimmed) ? trimmed.Split('?')[0] : trimmed;
        throw new FlowLogException(
            "InvalidS3Uri",
            FlowErrorKind.InvalidArgument,
            $"\"{shown}\" is no place in S3. Give s3://bucket, s3://bucket/folder/ or s3://bucket/folder/object; wildcards only behind the bucket.",
            shown);
    }

    /// <summary>Reads what <see cref="Parse"/> reads.</summary>
    /// <returns>Null where the text is none of it.</returns>
    public static S3Uri? TryParse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        var isUrl = IsUrl(trimmed);
        var found = (isUrl ? UrlPattern() : UriPattern()).Match(trimmed);
        if (!found.Success)
            return null;
        var path = found.Groups["path"].Value;
        return new S3Uri(found.Groups["bucket"].Value, isUrl ? Uri.UnescapeDataString(path) : path);
    }

    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"s3://{Bucket}" : $"s3://{Bucket}/{Path}";

    private static bool IsUrl(string text) => text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex($"^(?:s3://|arn:aws[a-z-]*:s3:::){BucketPattern}(?:/(?<path>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UriPattern();

    // bucket.s3.region.amazonaws.com/key and s3.region.amazonaws.com/bucket/key, also the older forms with a hyphen.
    [GeneratedRegex($@"^https?://(?:{BucketPattern}\.s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?|s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?/{BucketPattern})(?:/(?<path>[^?#]*))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UrlPattern();
}
