using FlowLogs.Hashing;

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

    private HashSlots _slots = new();
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
        var hash = SeededHash.OfText(head);
        var slot = hash;
        int number;
        while ((number = _slots.Next(hash, ref slot)) >= 0)
        {
            if (head.SequenceEqual(_heads[number]))
                return number;
        }

        if (_count == MaxCount)
            return -1;
        if (_count == _heads.Length)
            Array.Resize(ref _heads, 4 * _count);
        _heads[_count] = head.ToArray();
        _slots.Add(hash, _count);
        return _count++;
    }
}
