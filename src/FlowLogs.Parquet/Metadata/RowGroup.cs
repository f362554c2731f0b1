namespace FlowLogs.Parquet.Metadata;

/// <summary>A group of rows (parquet.thrift, RowGroup).</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Chunks">Each column's part of it, in the order of the schema.</param>
internal sealed record RowGroup(long Rows, Chunk[] Chunks)
{
    public static RowGroup Read(ref ThriftReader thrift)
    {
        long rows = 0;
        Chunk[] chunks = [];
        for (var id = 0; thrift.ReadField(ref id, out var type);)
        {
            switch (id)
            {
                case 1:
                    chunks = new Chunk[thrift.ReadList(type, out var elementType)];
                    ThriftReader.Expect(elementType, ThriftType.Struct);
                    for (var i = 0; i < chunks.Length; i++)
                        chunks[i] = Chunk.Read(ref thrift);
                    break;
                case 3:
                    rows = thrift.ReadInteger(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        return rows >= 0 ? new RowGroup(rows, chunks) : throw new InvalidDataException("a row group has less than no rows.");
    }
}
