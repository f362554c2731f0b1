using System.Collections.Immutable;

namespace FlowLogs.Sandbox.Store;

/// <summary>Finds places in a list of objects that is sorted by key.</summary>
internal static class SortedObjects
{
    /// <summary>The index of the first object that lies behind a place, or the length of the list.</summary>
    /// <param name="objects">The list.</param>
    /// <param name="isBehind">Whether an object lies behind; true for all that follow one for which it is.</param>
    public static int FirstIndex(this ImmutableList<StoredObject> objects, Func<StoredObject, bool> isBehind)
    {
        var (low, high) = (0, objects.Count);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) / 2);
            if (isBehind(objects[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
