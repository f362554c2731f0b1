using System.Buffers.Binary;
using System.Buffers.Text;
using FlowLogs.Conditions;
using FlowLogs.Parquet.Metadata;
using FlowLogs.Records;

namespace FlowLogs.Parquet.Text;

/// <summary>What a file tells of the values of a column chunk.</summary>
internal static class ValueRange
{
    public static FlowValueRange Of(Column column, Chunk chunk, long rows, FlowField field)
    {
        var statistics = chunk.Statistics;
        var mayBeMissing = column.MaxDefinitionLevel > 0 && statistics?.NullCount != 0;
        var hasValues = statistics?.NullCount is not { } nulls || nulls < rows;
        var isWhole = column.Kind is ValueKind.Signed or ValueKind.Unsigned or ValueKind.Timestamp;
        var unknown = new FlowValueRange(default, default, IsOrdered: false, mayBeMissing || !isWhole, hasValues);
        if (!(isWhole || column.Kind == ValueKind.Text))
            return unknown;

        // Without a word of the writer, the type says something of numbers.
        var min = IsSane(column, statistics) ? statistics!.Min : Least(column);
        var max = IsSane(column, statistics) ? statistics!.Max : Greatest(column);
        if (min is null || max is null)
            return unknown;
        var text = new ValueText(column, field);
        byte[] minText = [.. text.Write(min)];
        byte[] maxText = [.. text.Write(max)];

        // Texts are in another order than numbers, and some stand for none; of one text all is known.
        var isOneText = !isWhole && min.AsSpan().SequenceEqual(max) && !minText.AsSpan().SequenceEqual(ValueText.Missing);
        if (isOneText)
            return new FlowValueRange(minText, maxText, IsOrdered: false, mayBeMissing, hasValues);

        // What is too large for 64 bits with a sign is no number of a flow log's.
        return isWhole && IsInt64(minText) && IsInt64(maxText)
            ? new FlowValueRange(minText, maxText, IsOrdered: true, mayBeMissing, hasValues)
            : unknown;
    }

    private static bool IsInt64(byte[] text) => Utf8Parser.TryParse(text, out long _, out var length) && length == text.Length;

    private static bool IsSane(Column column, Statistics? statistics)
    {
        if (statistics is not { Min: { } min, Max: { } max })
            return false;
        if (column.Kind == ValueKind.Text)
            return true;
        return min.Length == column.Width && max.Length == column.Width && Compare(column, min, max) <= 0;
    }

    private static int Compare(Column column, byte[] left, byte[] right) => (column.Width, column.Kind) switch
    {
        (4, ValueKind.Unsigned) => BinaryPrimitives.ReadUInt32LittleEndian(left).CompareTo(BinaryPrimitives.ReadUInt32LittleEndian(right)),
        (4, _) => BinaryPrimitives.ReadInt32LittleEndian(left).CompareTo(BinaryPrimitives.ReadInt32LittleEndian(right)),
        (_, ValueKind.Unsigned) => BinaryPrimitives.ReadUInt64LittleEndian(left).CompareTo(BinaryPrimitives.ReadUInt64LittleEndian(right)),
        _ => BinaryPrimitives.ReadInt64LittleEndian(left).CompareTo(BinaryPrimitives.ReadInt64LittleEndian(right)),
    };

    private static byte[]? Least(Column column) => column.Kind switch
    {
        ValueKind.Text => null,
        ValueKind.Unsigned => new byte[column.Width],
        _ => column.Width == 4 ? BitConverter.GetBytes(int.MinValue) : BitConverter.GetBytes(long.MinValue),
    };

    private static byte[]? Greatest(Column column) => column.Kind switch
    {
        ValueKind.Text => null,
        ValueKind.Unsigned => column.Width == 4 ? BitConverter.GetBytes(uint.MaxValue) : BitConverter.GetBytes(ulong.MaxValue),
        _ => column.Width == 4 ? BitConverter.GetBytes(int.MaxValue) : BitConverter.GetBytes(long.MaxValue),
    };
}
