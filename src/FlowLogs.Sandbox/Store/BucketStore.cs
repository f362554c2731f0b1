using System.Collections.Immutable;
using FlowLogs.Sandbox.Protocol.RestXml;

namespace FlowLogs.Sandbox.Store;

/// <summary>All buckets of the sandbox, by name.</summary>
internal sealed class BucketStore(TimeProvider clock)
{
    private readonly object _writing = new();
    private volatile ImmutableSortedDictionary<string, Bucket> _buckets =
        ImmutableSortedDictionary.Create<string, Bucket>(StringComparer.Ordinal);

    public DateTimeOffset Now => clock.GetUtcNow();

    public ImmutableSortedDictionary<string, Bucket> Buckets => _buckets;

    /// <summary>The bucket of that name.</summary>
    public Bucket Bucket(string name) =>
        _buckets.TryGetValue(name, out var bucket) ? bucket : throw RestError.NoSuchBucket();

    public void Add(Bucket bucket)
    {
        lock (_writing)
        {
            if (_buckets.ContainsKey(bucket.Name))
                throw RestError.BucketAlreadyOwnedByYou();
            _buckets = _buckets.Add(bucket.Name, bucket);
        }
    }

    public void Delete(string name)
    {
        lock (_writing)
        {
            if (Bucket(name).Objects.Count > 0)
                throw RestError.BucketNotEmpty();
            _buckets = _buckets.Remove(name);
        }
    }
}
