using FlowLogs.Cloud;

namespace FlowLogs.PS.Binding;

/// <summary>The buckets, or the folders and objects of one, that begin as what was typed.</summary>
internal static class ObjectNames
{
    private const string Scheme = "s3://";

    /// <summary>One page of them, as URIs.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(ICloudObjects objects, string typed, CancellationToken cancellationToken)
    {
        var name = typed.StartsWith(Scheme, StringComparison.Ordinal) ? typed[Scheme.Length..] : string.Empty;
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            var buckets = await objects.ListBucketsAsync(name.Length == 0 ? null : name, null, cancellationToken);
            return [.. buckets.Items.Select(static bucket => $"{Scheme}{bucket}/")];
        }

        var bucket = name[..slash];
        var page = await objects.ListObjectsAsync(new ObjectListQuery(bucket, name[(slash + 1)..]) { Delimiter = "/" }, null, cancellationToken);
        return [.. page.Prefixes.Concat(page.Objects.Select(static item => item.Key)).Select(path => $"{Scheme}{bucket}/{path}")];
    }
}
