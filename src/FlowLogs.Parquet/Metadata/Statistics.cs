namespace FlowLogs.Parquet.Metadata;

/// <summary>What the writer says of the values of a column chunk (parquet.thrift, Statistics).</summary>
internal sealed record Statistics
{
    /// <summary>The least value as it is stored; null where it is not told.</summary>
    public byte[]? Min { get; private set; }

    /// <summary>The greatest value.</summary>
    public byte[]? Max { get; private set; }

    /// <summary>How many rows have no value; null where it is not told.</summary>
    public long? NullCount { get; private set; }

    public static Statistics Read(ref ThriftReader thrift, ThriftType type)
    {
        ThriftReader.Expect(type, ThriftType.Struct);
        var result = new Statistics();
        var isExact = true;
        for (var id = 0; thrift.ReadField(ref id, out var fieldType);)
        {
            switch (id)
            {
                case 3:
                    result.NullCount = thrift.ReadInteger(fieldType);
                    break;
                case 5:
                    result.Max = thrift.ReadBinary(fieldType).ToArray();
                    break;
                case 6:
                    result.Min = thrift.ReadBinary(fieldType).ToArray();
                    break;
                case 7 or 8:
                    isExact &= ThriftReader.ReadBoolean(fieldType);
                    break;
                default:
                    // The fields 1 and 2 are older forms of the two, without a rule for their order.
                    thrift.Skip(fieldType);
                    break;
            }
        }

        // A long text may have been shortened.
        if (!isExact)
            result.Min = result.Max = null;
        return result;
    }
}
