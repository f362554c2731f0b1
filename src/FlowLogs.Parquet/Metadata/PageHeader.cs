namespace FlowLogs.Parquet.Metadata;

/// <summary>What stands before each page of a column (parquet.thrift, PageHeader).</summary>
internal sealed class PageHeader
{
    private const int DataPage = 0, DictionaryPage = 2, DataPageV2 = 3;

    private int _type = -1;

    public int InflatedLength { get; private set; } = -1;

    public int CompressedLength { get; private set; } = -1;

    /// <summary>How many values it has, those that are missing included.</summary>
    public int ValueCount { get; private set; } = -1;

    public PageEncoding Encoding { get; private set; }

    /// <summary>How the levels of a data page of the first version are encoded.</summary>
    public PageEncoding LevelEncoding { get; private set; } = PageEncoding.Rle;

    /// <summary>How many bytes before the values are levels, in a data page of the second version; they are not compressed.</summary>
    public int LevelsLength { get; private set; }

    public bool IsCompressed { get; private set; } = true;

    public bool IsDictionary => _type == DictionaryPage;

    public bool IsData => _type is DataPage or DataPageV2;

    public bool IsV2 => _type == DataPageV2;

    /// <exception cref="InvalidDataException">It is no page header, or goes on after the bytes.</exception>
    public static PageHeader Read(ReadOnlySpan<byte> bytes, out int length)
    {
        var thrift = new ThriftReader(bytes);
        var header = new PageHeader();
        for (var id = 0; thrift.ReadField(ref id, out var type);)
        {
            switch (id)
            {
                case 1:
                    header._type = thrift.ReadInt32(type);
                    break;
                case 2:
                    header.InflatedLength = thrift.ReadInt32(type);
                    break;
                case 3:
                    header.CompressedLength = thrift.ReadInt32(type);
                    break;
                case 5 or 7 or 8:
                    header.ReadDetails(ref thrift, type, isV2: id == 8);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        length = thrift.Position;
        return header.InflatedLength >= 0 && header.CompressedLength >= 0 && (!(header.IsData || header.IsDictionary) || header.ValueCount >= 0)
            ? header
            : throw new InvalidDataException("a page has no size.");
    }

    // DataPageHeader (values, encoding, encoding of levels), DictionaryPageHeader (values, encoding) and DataPageHeaderV2
    // (values, missing ones, rows, encoding, lengths of the two kinds of levels, whether it is compressed).
    private void ReadDetails(ref ThriftReader thrift, ThriftType type, bool isV2)
    {
        ThriftReader.Expect(type, ThriftType.Struct);
        for (var id = 0; thrift.ReadField(ref id, out var fieldType);)
        {
            switch (id)
            {
                case 1:
                    ValueCount = thrift.ReadInt32(fieldType);
                    break;
                case 2 when !isV2:
                case 4 when isV2:
                    Encoding = (PageEncoding)thrift.ReadInt32(fieldType);
                    break;
                case 3 when !isV2 && fieldType == ThriftType.Int32:
                    LevelEncoding = (PageEncoding)thrift.ReadInt32(fieldType);
                    break;
                case 5 when isV2:
                    LevelsLength = thrift.ReadInt32(fieldType);
                    break;
                case 7 when isV2:
                    IsCompressed = ThriftReader.ReadBoolean(fieldType);
                    break;
                default:
                    thrift.Skip(fieldType);
                    break;
            }
        }
    }
}
