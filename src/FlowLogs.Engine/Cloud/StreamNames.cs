using System.Buffers.Binary;
using System.Text;

namespace FlowLogs.Cloud;

/// <summary>The names of the streams of one page, one string for each.</summary>
internal sealed class StreamNames
{
    private readonly List<byte[]> _utf8 = [];

    // Numbers of names, 0 where there is none, each at the place of its hash or behind. At most half is taken.
    private int[] _slots = new int[64];

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
        var slot = Find(utf8);
        if (_slots[slot] > 0)
            return _last = _slots[slot];

        _utf8.Add(utf8.ToArray());
        Names.Add(Encoding.UTF8.GetString(utf8));
        _slots[slot] = _last = Names.Count;
        if (Names.Count * 2 > _slots.Length)
            Grow();
        return _last;
    }

    // Where a name is, or belongs.
    private int Find(ReadOnlySpan<byte> utf8)
    {
        var slot = Hash(utf8) & (_slots.Length - 1);
        while (_slots[slot] is > 0 and var number && !utf8.SequenceEqual(_utf8[number - 1]))
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < _utf8.Count; i++)
            _slots[Find(_utf8[i])] = i + 1;
    }

    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)utf8.Length;
        for (; utf8.Length >= sizeof(ulong); utf8 = utf8[sizeof(ulong)..])
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * Factor;
        foreach (var b in utf8)
            hash = (hash ^ b) * Factor;
        return (int)(hash >> 33);
    }
}
