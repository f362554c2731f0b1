using FlowLogs.Parquet.Metadata;
using FlowLogs.Reading;

namespace FlowLogs.Parquet.Values;

/// <summary>Chooses the decoder of a page's values.</summary>
internal static class Decoders
{
    /// <exception cref="InvalidDataException">The encoding does not go with the column's type, or is not known.</exception>
    public static ValueDecoder Of(PageEncoding encoding, PageBytes bytes, Column column, InflationBudget budget)
    {
        var isText = column.Type == PhysicalType.ByteArray;
        return (encoding, column.Type) switch
        {
            (PageEncoding.Plain, PhysicalType.Boolean) => new BooleanDecoder(bytes, isRuns: false),
            (PageEncoding.Rle, PhysicalType.Boolean) => new BooleanDecoder(bytes, isRuns: true),
            (PageEncoding.Plain, _) => isText ? new PlainTextDecoder(bytes) : new PlainDecoder(bytes, column.Width),
            (PageEncoding.DeltaBinaryPacked, PhysicalType.Int32 or PhysicalType.Int64) => new DeltaDecoder(bytes, column.Width),
            (PageEncoding.DeltaLengthByteArray, PhysicalType.ByteArray) => new DeltaTextDecoder(bytes),
            (PageEncoding.DeltaByteArray, PhysicalType.ByteArray or PhysicalType.FixedLengthByteArray) => new DeltaPrefixDecoder(bytes, budget),
            (PageEncoding.ByteStreamSplit, _) when column.Width > 0 => new SplitDecoder(bytes, column.Width),
            _ => throw new InvalidDataException($"the column {column.Name} has the encoding {encoding}, which is not supported there."),
        };
    }
}
