using System.Text;
using FlowLogs.Hashing;

namespace FlowLogs.Cloud;

/// <summary>The names of the streams of one page, one string for each.</summary>
internal sealed class StreamNames
{
    private readonly List<byte[]> _utf8 = [];

    private HashSlots _slots = new();

    // The number that was asked for last; events of one stream come together.
    private int _last;

    /// <summary>The names by their numbers, which begin with 1.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The number of a name; 0 for an empty one.</summary>
    public int NumberOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return 0;
        if (_last > 0 && utf8.SequenceEqual(_utf8[_last - 1]))
            return _last;
        var hash = SeededHash.OfText(utf8);
        var slot = hash;
        int index;
        while ((index = _slots.Next(hash, ref slot)) >= 0)
        {
            if (utf8.SequenceEqual(_utf8[index]))
                return _last = index + 1;
        }

        _slots.Add(hash, _utf8.Count);
        _utf8.Add(utf8.ToArray());
        Names.Add(Encoding.UTF8.GetString(utf8));
        return _last = Names.Count;
    }
}
