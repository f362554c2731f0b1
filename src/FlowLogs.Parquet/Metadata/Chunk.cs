namespace FlowLogs.Parquet.Metadata;

/// <summary>Where a column's values of one row group lie (parquet.thrift, ColumnChunk and ColumnMetaData).</summary>
internal sealed class Chunk
{
    private bool _hasMetadata;
    private long _dataOffset;
    private long _dictionaryOffset;
    private long _length;

    public PhysicalType Type { get; private set; }

    public Codec Codec { get; private set; }

    public Statistics? Statistics { get; private set; }

    public bool IsEncrypted { get; private set; }

    public bool IsElsewhere { get; private set; }

    /// <summary>Where the first page begins. Some writers give no place of the dictionary, which comes first.</summary>
    public long Offset => _dictionaryOffset > 0 ? Math.Min(_dictionaryOffset, _dataOffset) : _dataOffset;

    /// <summary>Where no page begins any more. Some writers forgot to count a header, but none is as long as a page.</summary>
    public long End => Offset + _length;

    public static Chunk Read(ref ThriftReader thrift)
    {
        var chunk = new Chunk();
        for (var id = 0; thrift.ReadField(ref id, out var type);)
        {
            switch (id)
            {
                case 1:
                    chunk.IsElsewhere = !thrift.ReadBinary(type).IsEmpty;
                    break;
                case 3:
                    chunk.ReadMetadata(ref thrift, type);
                    break;
                case 8 or 9:
                    chunk.IsEncrypted = true;
                    thrift.Skip(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        return chunk._hasMetadata || chunk.IsEncrypted ? chunk : throw new InvalidDataException("the description of a column is missing.");
    }

    private void ReadMetadata(ref ThriftReader thrift, ThriftType type)
    {
        ThriftReader.Expect(type, ThriftType.Struct);
        _hasMetadata = true;
        for (var id = 0; thrift.ReadField(ref id, out var fieldType);)
        {
            switch (id)
            {
                case 1:
                    Type = (PhysicalType)thrift.ReadInt32(fieldType);
                    break;
                case 4:
                    Codec = (Codec)thrift.ReadInt32(fieldType);
                    break;
                case 7:
                    _length = thrift.ReadInteger(fieldType);
                    break;
                case 9:
                    _dataOffset = thrift.ReadInteger(fieldType);
                    break;
                case 11:
                    _dictionaryOffset = thrift.ReadInteger(fieldType);
                    break;
                case 12:
                    Statistics = Statistics.Read(ref thrift, fieldType);
                    break;
                default:
                    thrift.Skip(fieldType);
                    break;
            }
        }
    }
}
