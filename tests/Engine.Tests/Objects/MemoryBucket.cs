using System.Text;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Objects;

/// <summary>A bucket in memory that lists as S3 does, and counts what it is asked.</summary>
internal sealed class MemoryBucket(int pageSize = 1000) : ICloudObjects
{
    public bool HasOwnEndpoint => true;

    public const string Name = "my-bucket";

    private readonly SortedDictionary<string, (byte[] Content, DateTimeOffset Modified)> _objects = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public List<ObjectListQuery> Lists { get; } = [];

    public List<(string Key, long Offset, string? ETag)> Gets { get; } = [];

    /// <summary>What is done before each GET is answered; null for nothing.</summary>
    public Func<string, CancellationToken, Task>? BeforeGet { get; init; }

    /// <summary>What a body becomes; null for the body itself.</summary>
    public Func<string, long, Stream, Stream>? Wrap { get; init; }

    public IEnumerable<string> Keys => _objects.Keys;

    public MemoryBucket Add(string key, byte[] content, DateTimeOffset? modified = null)
    {
        _objects[key] = (content, modified ?? DateTimeOffset.UtcNow);
        return this;
    }

    public MemoryBucket Add(string key, string content = "x", DateTimeOffset? modified = null) => Add(key, Encoding.UTF8.GetBytes(content), modified);

    public void Remove(string key) => _objects.Remove(key);

    public Task<CloudPage<string>> ListBucketsAsync(string? namePrefix, string? nextToken, CancellationToken cancellationToken) =>
        Task.FromResult(new CloudPage<string>([Name], null));

    public Task<CloudObjectPage> ListObjectsAsync(ObjectListQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        lock (_lock)
            Lists.Add(query);
        cancellationToken.ThrowIfCancellationRequested();
        if (query.Bucket != Name)
            throw new FlowLogException("BucketNotFound", FlowErrorKind.NotFound, "There is no such bucket.", query.Bucket);
        var size = query.PageSize ?? pageSize;
        var objects = new List<CloudObject>();
        var prefixes = new List<string>();
        var last = nextToken ?? query.StartAfter;
        foreach (var (key, item) in _objects)
        {
            if (!key.StartsWith(query.Prefix, StringComparison.Ordinal))
                continue;
            var end = query.Delimiter is null ? -1 : key.IndexOf(query.Delimiter, query.Prefix.Length, StringComparison.Ordinal);
            var name = end < 0 ? key : key[..(end + 1)];
            if (last is not null && (string.CompareOrdinal(name, last) <= 0 || (name == key && string.CompareOrdinal(key, last) <= 0)))
                continue;
            if (prefixes.Count > 0 && prefixes[^1] == name)
                continue;
            if (objects.Count + prefixes.Count == size)
                return Task.FromResult(new CloudObjectPage(objects, prefixes, Greatest(objects, prefixes)));
            if (end < 0)
                objects.Add(new CloudObject(key, item.Content.Length, item.Modified));
            else
                prefixes.Add(name);
        }

        return Task.FromResult(new CloudObjectPage(objects, prefixes, null));
    }

    public async Task<CloudObjectBody> OpenObjectAsync(string bucket, string key, long offset, string? etag, CancellationToken cancellationToken)
    {
        lock (_lock)
            Gets.Add((key, offset, etag));
        if (BeforeGet is not null)
            await BeforeGet(key, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!_objects.TryGetValue(key, out var item))
            throw new FlowLogException("ObjectNotFound", FlowErrorKind.NotFound, $"There is no object {key}.", key);
        Stream stream = new MemoryStream(item.Content, (int)offset, item.Content.Length - (int)offset, writable: false);
        return new CloudObjectBody(Wrap?.Invoke(key, offset, stream) ?? stream, item.Content.Length, ETagOf(item.Content));
    }

    public void Dispose()
    {
    }

    private static string ETagOf(byte[] content) => $"\"{content.Length}-{content.Sum(static b => b)}\"";

    private static string Greatest(List<CloudObject> objects, List<string> prefixes)
    {
        var one = objects.Count > 0 ? objects[^1].Key : string.Empty;
        var other = prefixes.Count > 0 ? prefixes[^1] : string.Empty;
        return string.CompareOrdinal(one, other) > 0 ? one : other;
    }
}
