using System.Collections.Immutable;
using FlowLogs.Sandbox.Protocol.RestXml;

namespace FlowLogs.Sandbox.Store;

/// <summary>A bucket. Readers see an immutable list, sorted by key; writers take turns.</summary>
/// <param name="name">Its name.</param>
/// <param name="region">Where it is.</param>
/// <param name="creationTime">When it was made.</param>
/// <param name="firstObjects">
/// Makes the objects that it holds at the beginning, in any order, when they are first asked for; null for none.
/// </param>
internal sealed class Bucket(
    string name, string region, DateTimeOffset creationTime, Func<IEnumerable<StoredObject>>? firstObjects = null)
{
    private readonly object _writing = new();
    private readonly Lazy<ImmutableList<StoredObject>> _first = new(() => Sort(firstObjects?.Invoke() ?? []));
    private volatile ImmutableList<StoredObject>? _objects;

    public string Name => name;

    public string Region => region;

    public DateTimeOffset CreationTime => creationTime;

    public ImmutableList<StoredObject> Objects => _objects ?? _first.Value;

    /// <summary>The object of that key.</summary>
    public StoredObject Object(string key) => Find(key) ?? throw RestError.NoSuchKey();

    /// <summary>Puts an object in, or in the place of the one with its key.</summary>
    /// <param name="added">The object.</param>
    /// <param name="check">Looks at the object that has the key so far, or null, and throws if it must stay.</param>
    public void Put(StoredObject added, Action<StoredObject?> check)
    {
        lock (_writing)
        {
            check(Find(added.Key));
            var index = IndexOf(added.Key);
            _objects = index >= 0 ? Objects.SetItem(index, added) : Objects.Insert(~index, added);
        }
    }

    /// <summary>Removes an object, if it is there.</summary>
    public void Delete(string key)
    {
        lock (_writing)
        {
            if (IndexOf(key) is >= 0 and var index)
                _objects = Objects.RemoveAt(index);
        }
    }

    private StoredObject? Find(string key)
    {
        var objects = Objects;
        var index = IndexOf(objects, key);
        return index >= 0 ? objects[index] : null;
    }

    private int IndexOf(string key) => IndexOf(Objects, key);

    // Like a binary search's answer: the complement of where it would stand, if it is not there.
    private static int IndexOf(ImmutableList<StoredObject> objects, string key)
    {
        var index = objects.FirstIndex(stored => KeyOrder.Compare(stored.Key, key) >= 0);
        return index < objects.Count && objects[index].Key == key ? index : ~index;
    }

    private static ImmutableList<StoredObject> Sort(IEnumerable<StoredObject> objects) =>
        [.. objects.OrderBy(static stored => stored.Key, Comparer<string>.Create(KeyOrder.Compare))];
}
