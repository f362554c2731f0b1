namespace FlowLogs.Parquet.Metadata;

/// <summary>What a file says of itself at its end (parquet.thrift, FileMetaData).</summary>
/// <param name="Columns">The leaves of the schema.</param>
/// <param name="RowGroups">The row groups.</param>
internal sealed record Footer(IReadOnlyList<Column> Columns, IReadOnlyList<RowGroup> RowGroups)
{
    public static Footer Read(ReadOnlySpan<byte> bytes)
    {
        var thrift = new ThriftReader(bytes);
        List<Column> columns = [];
        var groups = new List<RowGroup>();
        for (var id = 0; thrift.ReadField(ref id, out var type);)
        {
            switch (id)
            {
                case 2:
                    columns = SchemaReader.Read(ref thrift, type);
                    break;
                case 4:
                    var count = thrift.ReadList(type, out var elementType);
                    ThriftReader.Expect(elementType, ThriftType.Struct);
                    for (; count > 0; count--)
                        groups.Add(RowGroup.Read(ref thrift));
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        foreach (var group in groups)
            Check(group, columns);
        return new Footer(columns, groups);
    }

    private static void Check(RowGroup group, List<Column> columns)
    {
        if (group.Chunks.Length != columns.Count)
            throw new InvalidDataException("a row group has not the columns of the schema.");
        for (var i = 0; i < columns.Count; i++)
        {
            var chunk = group.Chunks[i];
            if (!chunk.IsEncrypted && chunk.Type != columns[i].Type)
                throw new InvalidDataException($"the column {columns[i].Name} has another type in a row group than in the schema.");
        }
    }
}
