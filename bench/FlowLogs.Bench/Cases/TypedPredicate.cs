using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;

namespace FlowLogs.Bench.Cases;

/// <summary>Code for one question about the default format: finds where the fields of a line end, then looks at some of them.</summary>
internal static class TypedPredicate
{
    private const int SrcAddr = 3;
    private const int DstPort = 6;
    private const int Action = 12;
    private const int FieldCount = 14;

    /// <summary>Counts the lines with a destination port and an action.</summary>
    public static Work CountPortAndAction(Messages lines, int port, byte[] action) => (from, to) =>
    {
        Span<int> ends = stackalloc int[FieldCount];
        long count = 0;
        for (var i = from; i < to; i++)
        {
            var line = lines[i];
            if (FindEnds(line, ends)
                && Utf8Parser.TryParse(Field(line, ends, DstPort), out int value, out _)
                && value == port
                && Field(line, ends, Action).SequenceEqual(action))
            {
                count++;
            }
        }
        return count;
    };

    /// <summary>Counts the lines with an action.</summary>
    public static Work CountAction(Messages lines, byte[] action) => (from, to) =>
    {
        Span<int> ends = stackalloc int[FieldCount];
        long count = 0;
        for (var i = from; i < to; i++)
            count += FindEnds(lines[i], ends) && Field(lines[i], ends, Action).SequenceEqual(action) ? 1 : 0;
        return count;
    };

    /// <summary>Counts the lines whose source address starts with a text.</summary>
    public static Work CountSource(Messages lines, byte[] prefix) => (from, to) =>
    {
        Span<int> ends = stackalloc int[FieldCount];
        long count = 0;
        for (var i = from; i < to; i++)
            count += FindEnds(lines[i], ends) && Field(lines[i], ends, SrcAddr).StartsWith(prefix) ? 1 : 0;
        return count;
    };

    // Blanks are found 64 bytes at a time. The last vector ends with the line and overlaps the one before.
    private static bool FindEnds(ReadOnlySpan<byte> line, Span<int> ends)
    {
        if (line.Length < Vector512<byte>.Count)
            return false;
        var count = 0;
        for (var done = 0; done < line.Length; done += Vector512<byte>.Count)
        {
            var start = Math.Min(done, line.Length - Vector512<byte>.Count);
            var bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(line), (nuint)start);
            var blanks = Vector512.Equals(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits() >> (done - start);
            for (; blanks != 0; blanks &= blanks - 1)
            {
                if (count == FieldCount - 1)
                    return false;
                ends[count++] = done + BitOperations.TrailingZeroCount(blanks);
            }
        }
        ends[count] = line.Length;
        return count == FieldCount - 1;
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, ReadOnlySpan<int> ends, int column) =>
        line[(ends[column - 1] + 1)..ends[column]];
}
