using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLogs.Hashing;

/// <summary>
/// Finds the numbers of things by their hash: open addressing, each slot with a hash and a number. Whoever asks compares
/// the things themselves, which lie elsewhere.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct HashSlots
{
    private const int FirstLength = 64;

    // The hash in the upper half, the number and one in the lower; 0 is free. Half of the slots are, at least.
    private ulong[] _slots = new ulong[FirstLength];
    private int _count;

    public HashSlots()
    {
    }

    /// <summary>The next number with a hash; -1 if there is no more.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="slot">Where to go on; the hash itself, to begin with.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Next(uint hash, ref uint slot)
    {
        var slots = _slots;
        while (true)
        {
            var held = slots[slot++ & (uint)(slots.Length - 1)];
            if (held == 0)
                return -1;
            if ((uint)(held >> 32) == hash)
                return (int)(uint)held - 1;
        }
    }

    /// <summary>Adds a number that is not there yet.</summary>
    public void Add(uint hash, int number)
    {
        if (2 * ++_count > _slots.Length)
            Grow();
        Put(_slots, ((ulong)hash << 32) | ((uint)number + 1));
    }

    private void Grow()
    {
        var larger = new ulong[2 * _slots.Length];
        foreach (var held in _slots)
        {
            if (held != 0)
                Put(larger, held);
        }

        _slots = larger;
    }

    private static void Put(ulong[] slots, ulong held)
    {
        var slot = (uint)(held >> 32);
        while (slots[slot & (uint)(slots.Length - 1)] != 0)
            slot++;
        slots[slot & (uint)(slots.Length - 1)] = held;
    }
}
