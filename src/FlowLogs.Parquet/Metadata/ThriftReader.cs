namespace FlowLogs.Parquet.Metadata;

/// <summary>
/// Reads Thrift's compact protocol, in which Parquet describes itself, from memory. Nothing is taken at its word: a length
/// that goes past the end, or another type than the one that is asked for, is an <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct ThriftReader(ReadOnlySpan<byte> data)
{
    private const int MaxDepth = 32;

    private readonly int _length = data.Length;
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>How many bytes were read.</summary>
    public readonly int Position => _length - _rest.Length;

    /// <summary>Reads what stands before a field of a structure. False at the structure's end.</summary>
    /// <param name="id">The number of the last field, 0 at first; takes this one's.</param>
    /// <param name="type">The type of its value, which must be read next.</param>
    public bool ReadField(ref int id, out ThriftType type)
    {
        var header = ReadByte();
        type = (ThriftType)(header & 0x0F);
        if (type == ThriftType.Stop)
            return false;
        id = header >> 4 is var step and > 0 ? id + step : (int)ReadSigned();
        return true;
    }

    public long ReadInteger(ThriftType type)
    {
        if (type == ThriftType.Byte)
            return (sbyte)ReadByte();
        return type is ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64 ? ReadSigned() : throw Mismatch();
    }

    public int ReadInt32(ThriftType type) =>
        ReadInteger(type) is var value and >= int.MinValue and <= int.MaxValue ? (int)value : throw Mismatch();

    public static bool ReadBoolean(ThriftType type) => type switch
    {
        ThriftType.True => true,
        ThriftType.False => false,
        _ => throw Mismatch(),
    };

    public ReadOnlySpan<byte> ReadBinary(ThriftType type) =>
        type == ThriftType.Binary ? Take((long)ReadUnsigned()) : throw Mismatch();

    /// <summary>Reads what stands before the values of a list, each of which must be read next.</summary>
    public int ReadList(ThriftType type, out ThriftType elementType)
    {
        if (type is not (ThriftType.List or ThriftType.Set))
            throw Mismatch();
        var header = ReadByte();
        elementType = (ThriftType)(header & 0x0F);
        var count = header >> 4 is var few and < 15 ? (ulong)few : ReadUnsigned();

        // Every value has a byte at least.
        return count <= (ulong)_rest.Length ? (int)count : throw BreaksOff();
    }

    public static void Expect(ThriftType type, ThriftType expected)
    {
        if (type != expected)
            throw Mismatch();
    }

    /// <summary>Passes over a value.</summary>
    public void Skip(ThriftType type) => Skip(type, MaxDepth);

    private void Skip(ThriftType type, int depth)
    {
        if (depth == 0)
            throw new InvalidDataException("its description is nested too deep.");
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                ReadByte();
                break;
            case ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64:
                ReadUnsigned();
                break;
            case ThriftType.Double:
                Take(sizeof(double));
                break;
            case ThriftType.Binary:
                Take((long)ReadUnsigned());
                break;
            case ThriftType.Uuid:
                Take(16);
                break;
            case ThriftType.List or ThriftType.Set:
                for (var count = ReadList(type, out var elementType); count > 0; count--)
                    SkipElement(elementType, depth);
                break;
            case ThriftType.Map:
                SkipMap(depth);
                break;
            case ThriftType.Struct:
                for (var id = 0; ReadField(ref id, out var fieldType);)
                    Skip(fieldType, depth - 1);
                break;
            default:
                throw Mismatch();
        }
    }

    private void SkipMap(int depth)
    {
        var count = ReadUnsigned();
        if (count > (ulong)_rest.Length)
            throw BreaksOff();
        if (count == 0)
            return;
        var types = ReadByte();
        for (; count > 0; count--)
        {
            SkipElement((ThriftType)(types >> 4), depth);
            SkipElement((ThriftType)(types & 0x0F), depth);
        }
    }

    // Outside a structure, true and false are values of a byte.
    private void SkipElement(ThriftType type, int depth) =>
        Skip(type is ThriftType.True or ThriftType.False ? ThriftType.Byte : type, depth - 1);

    private long ReadSigned()
    {
        var value = ReadUnsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong ReadUnsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new InvalidDataException("its description has a number that is too long.");
    }

    private byte ReadByte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > _rest.Length)
            throw BreaksOff();
        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private static InvalidDataException Mismatch() => new("its description is not of the form that Parquet has.");

    private static InvalidDataException BreaksOff() => new("its description breaks off.");
}
