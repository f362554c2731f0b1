using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using FlowLogs.Querying.Cells;
using FlowLogs.Querying.Tables;

namespace FlowLogs.Querying.Answers;

/// <summary>
/// Makes numbers that have the order of groups: of each part of the order only the bits in which groups differ, and of as many
/// parts as fit into 64 bits.
/// </summary>
internal sealed class OrderKeys(MeasurePlan plan, SharedTable groups)
{
    // So many parts are looked at together; with more, there is little hope that they fit.
    private const int Together = 8;

    private readonly OrderPart[] _parts = OrderPart.Of(plan);

    /// <summary>How many parts the order has.</summary>
    public int PartCount => _parts.Length;

    /// <summary>Makes numbers of the parts from one on.</summary>
    /// <param name="rows">Groups that are the same in all parts before.</param>
    /// <param name="keys">Takes their numbers.</param>
    /// <param name="part">The part.</param>
    /// <returns>The part behind those that are in the numbers.</returns>
    public int Fill(ReadOnlySpan<int> rows, Span<ulong> keys, int part)
    {
        Span<ulong> differ = stackalloc ulong[Together];
        while (part < _parts.Length)
        {
            differ.Clear();
            Compare(rows[0], rows, part, differ);
            var next = Choose(rows, part, differ);
            if (differ.ContainsAnyExcept(0UL))
            {
                Pack(rows, keys, part, differ);
                return next;
            }

            part = next;
        }

        keys.Clear();
        return part;
    }

    /// <summary>The same from the first part on, by all processors.</summary>
    public int Fill(int[] rows, ulong[] keys)
    {
        var differ = new ulong[Together];
        Shares.Run(rows.Length, (_, share) =>
        {
            Span<ulong> some = stackalloc ulong[Together];
            some.Clear();
            Compare(rows[0], rows.AsSpan(share), 0, some);
            lock (differ)
            {
                for (var i = 0; i < some.Length; i++)
                    differ[i] |= some[i];
            }
        });
        var next = Choose(rows, 0, differ);
        Shares.Run(rows.Length, (_, share) => Pack(rows.AsSpan(share), keys.AsSpan(share), 0, differ));
        return next;
    }

    // The bits in which groups differ from one of them. This and what follows are asked once for all groups, and are to be fast
    // at once, not when the runtime has found that they are asked often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(int one, ReadOnlySpan<int> rows, int part, Span<ulong> differ)
    {
        var parts = _parts.AsSpan(part, Math.Min(differ.Length, _parts.Length - part));
        Span<ulong> first = stackalloc ulong[Together];
        for (var i = 0; i < parts.Length; i++)
            first[i] = KeyOf(parts[i], groups.Group(one));
        foreach (var row in rows)
        {
            var group = groups.Group(row);
            for (var i = 0; i < parts.Length; i++)
                differ[i] |= KeyOf(parts[i], group) ^ first[i];
        }
    }

    // Leaves the parts that fit, and gives the one behind them.
    private int Choose(ReadOnlySpan<int> rows, int part, Span<ulong> differ)
    {
        var width = 0;
        for (var i = 0; i < differ.Length && part + i < _parts.Length; i++)
        {
            width += SomeBits.Count(differ[i]);
            if (width > 64)
            {
                differ[i..].Clear();
                return part + i;
            }

            // The same text is the same in all its parts, of which there may be thousands.
            var current = _parts[part + i];
            if (differ[i] == 0 && current.Next > part + differ.Length && current.Kind >= OrderPartKind.Text && IsOneCell(rows, current.Place))
                return current.Next;
        }

        return Math.Min(part + differ.Length, _parts.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(ReadOnlySpan<int> rows, Span<ulong> keys, int part, ReadOnlySpan<ulong> differ)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var group = groups.Group(rows[i]);
            var key = 0UL;
            for (var next = 0; next < differ.Length; next++)
            {
                if (differ[next] != 0)
                    key = (key << SomeBits.Count(differ[next])) | SomeBits.Of(KeyOf(_parts[part + next], group), differ[next]);
            }

            keys[i] = key;
        }
    }

    private bool IsOneCell(ReadOnlySpan<int> rows, int place)
    {
        var first = groups.Group(rows[0])[place];
        foreach (var row in rows)
        {
            if (groups.Group(row)[place] != first)
                return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong KeyOf(in OrderPart part, ReadOnlySpan<ulong> group) => part.Kind switch
    {
        OrderPartKind.Measure => ~group[part.Place],
        OrderPartKind.UpperMeasure => ~(group[part.Place] ^ (1UL << 63)),
        OrderPartKind.Number => Cell.NumberOrder(group[part.Place], plan.Texts),
        OrderPartKind.Text => Cell.TextOrder(group[part.Place], plan.Texts),
        OrderPartKind.StoredText => StoredBytes(group[part.Place], part.Offset),
        _ => (ulong)StoredText(group[part.Place]).Length,
    };

    private ulong StoredBytes(ulong cell, int offset)
    {
        var text = StoredText(cell);
        text = text[Math.Min(offset, text.Length)..];
        if (text.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(text);
        var bytes = 0UL;
        for (var i = 0; i < text.Length; i++)
            bytes |= (ulong)text[i] << (56 - (8 * i));
        return bytes;
    }

    // What fits into a cell comes before all that begins with it.
    private ReadOnlySpan<byte> StoredText(ulong cell) => Cell.IsStoredText(cell, out var id) ? plan.Texts.Get(id) : [];
}
