using System.Collections.Immutable;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>A page of a listing: objects, and what the keys of several have in common.</summary>
internal sealed class ObjectPage
{
    private ObjectPage()
    {
    }

    public List<StoredObject> Objects { get; } = [];

    /// <summary>Prefixes up to a delimiter; each stands for all objects whose keys begin with it.</summary>
    public List<string> CommonPrefixes { get; } = [];

    /// <summary>The key or common prefix behind which the next page begins; null at the end.</summary>
    public string? Last { get; private set; }

    /// <summary>Lists objects.</summary>
    /// <param name="all">The objects, sorted by key.</param>
    /// <param name="prefix">What keys must begin with.</param>
    /// <param name="delimiter">Up to where keys are taken together; empty for not at all.</param>
    /// <param name="after">The key behind which the page begins; a common prefix stands for all its keys.</param>
    /// <param name="room">How many rows the page may have.</param>
    public static ObjectPage Of(
        ImmutableList<StoredObject> all, string prefix, string delimiter, string after, int room)
    {
        var page = new ObjectPage();
        var index = Math.Max(
            all.FirstIndex(stored => KeyOrder.Compare(stored.Key, prefix) >= 0),
            CommonPrefix(after, prefix, delimiter) == after
                ? IndexBehindAll(all, after)
                : all.FirstIndex(stored => KeyOrder.Compare(stored.Key, after) > 0));
        string? last = null;
        while (index < all.Count && all[index] is var stored && stored.Key.StartsWith(prefix, StringComparison.Ordinal))
        {
            if (room-- <= 0)
            {
                page.Last = last;
                break;
            }

            if (CommonPrefix(stored.Key, prefix, delimiter) is { } common)
            {
                page.CommonPrefixes.Add(last = common);
                index = IndexBehindAll(all, common);
            }
            else
            {
                page.Objects.Add(stored);
                last = stored.Key;
                index++;
            }
        }

        return page;
    }

    // Up to the first delimiter behind the prefix.
    private static string? CommonPrefix(string key, string prefix, string delimiter)
    {
        if (delimiter.Length == 0 || !key.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var cut = key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return cut < 0 ? null : key[..(cut + delimiter.Length)];
    }

    private static int IndexBehindAll(ImmutableList<StoredObject> all, string prefix) => all.FirstIndex(stored =>
        KeyOrder.Compare(stored.Key, prefix) > 0 && !stored.Key.StartsWith(prefix, StringComparison.Ordinal));
}
