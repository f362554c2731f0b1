using System.Buffers.Binary;
using System.Numerics;

namespace FlowLogs.Records;

/// <summary>
/// The beginnings of lines, each of them once, for the blocks of many records. What has a number stays where it is, because
/// somebody may look at the first records while others are added.
/// </summary>
internal sealed class RecordHeads
{
    // Who keeps one record keeps all of these.
    private const int MaxCount = 1024;
    private const int MaxLength = 512;

    private readonly ushort[] _slots = new ushort[2 * MaxCount];
    private byte[][] _heads = [[]];
    private int _count = 1;

    /// <summary>A beginning, by its number. That of 0 is empty.</summary>
    public ReadOnlySpan<byte> this[int number] => _heads[number];

    /// <summary>The number of a beginning, the same for the same bytes; -1 where no more can be numbered.</summary>
    /// <param name="head">The bytes, of which no more than <see cref="MaxLength"/> are shared; else the number is 0.</param>
    public int NumberOf(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.Length > MaxLength)
            return 0;
        for (var slot = Hash(head); ; slot++)
        {
            ref var number = ref _slots[slot % _slots.Length];
            if (number == 0)
            {
                if (_count == MaxCount)
                    return -1;
                if (_count == _heads.Length)
                    Array.Resize(ref _heads, 4 * _count);
                _heads[_count] = head.ToArray();
                number = (ushort)_count;
                return _count++;
            }

            if (head.SequenceEqual(_heads[number]))
                return number;
        }
    }

    // The last eight bytes are among those before them, where there are more.
    private static uint Hash(ReadOnlySpan<byte> head)
    {
        const ulong Factor = 0x9E37_79B9_7F4A_7C15;
        var hash = (ulong)head.Length;
        if (head.Length < sizeof(ulong))
        {
            foreach (var c in head)
                hash = (hash ^ c) * Factor;
            return (uint)(hash >> 40);
        }

        for (var i = 0; i < head.Length; i += sizeof(ulong))
        {
            var at = Math.Min(i, head.Length - sizeof(ulong));
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(head[at..])) * Factor, 32);
        }

        return (uint)hash;
    }
}
