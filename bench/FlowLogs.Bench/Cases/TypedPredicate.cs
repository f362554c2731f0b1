using System.Buffers.Text;
using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;

namespace FlowLogs.Bench.Cases;

/// <summary>Plain code that knows the default format: finds where the fields of a line end, then looks at some of them.</summary>
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

    private static bool FindEnds(ReadOnlySpan<byte> line, Span<int> ends)
    {
        var start = 0;
        for (var i = 0; i < FieldCount - 1; i++)
        {
            var length = line[start..].IndexOf((byte)' ');
            if (length < 0)
                return false;
            ends[i] = start + length;
            start += length + 1;
        }
        ends[FieldCount - 1] = line.Length;
        return true;
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, ReadOnlySpan<int> ends, int column) =>
        line[(ends[column - 1] + 1)..ends[column]];
}
