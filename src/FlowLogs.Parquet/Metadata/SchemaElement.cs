using System.Text;

namespace FlowLogs.Parquet.Metadata;

/// <summary>A node of the schema as the file has it (parquet.thrift, SchemaElement).</summary>
internal sealed class SchemaElement
{
    // Of ConvertedType, which older writers have instead of a logical type.
    private const int DecimalNumber = 5, Days = 6, Milliseconds = 9, Microseconds = 10, UInt8 = 11, UInt64 = 14;

    private const int MaxNameLength = 255;

    // A record has no more bytes; decoders take a value's room before they know whether the page has one.
    private const int MaxTypeLength = ushort.MaxValue;

    private int _converted = -1;
    private int _scale;
    private ValueKind? _logical;
    private int _logicalScale;
    private long _unitsPerSecond;

    public PhysicalType? Type { get; private set; }

    public int TypeLength { get; private set; }

    public bool IsOptional { get; private set; }

    public bool IsRepeated { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public int ChildCount { get; private set; }

    public static SchemaElement Read(ref ThriftReader thrift)
    {
        var element = new SchemaElement();
        for (var id = 0; thrift.ReadField(ref id, out var type);)
            element.ReadField(ref thrift, id, type);
        return element;
    }

    /// <summary>The column that it is, where it has no children.</summary>
    public Column ToColumn(string name, int maxDefinitionLevel, bool isRepeated)
    {
        var type = Type ?? throw new InvalidDataException($"the column {name} has no type.");
        if (type is < PhysicalType.Boolean or > PhysicalType.FixedLengthByteArray
            || (type == PhysicalType.FixedLengthByteArray && TypeLength is <= 0 or > MaxTypeLength))
        {
            throw new InvalidDataException($"the column {name} has a type that is not known.");
        }

        var kind = FindKind(type);
        return new Column
        {
            Name = name,
            Type = type,
            TypeLength = TypeLength,
            Kind = kind,
            Scale = _logical is null ? _scale : _logicalScale,
            UnitsPerSecond = _converted switch
            {
                _ when _unitsPerSecond > 0 => _unitsPerSecond,
                Milliseconds => 1_000,
                _ => 1_000_000,
            },
            MaxDefinitionLevel = maxDefinitionLevel,
            IsRepeated = isRepeated,
        };
    }

    // What the annotation says, where it fits the way the values are stored.
    private ValueKind FindKind(PhysicalType type)
    {
        var kind = _logical ?? _converted switch
        {
            DecimalNumber => ValueKind.Decimal,
            Days => ValueKind.Date,
            Milliseconds or Microseconds => ValueKind.Timestamp,
            >= UInt8 and <= UInt64 => ValueKind.Unsigned,
            _ => ValueKind.Text,
        };
        return (type, kind) switch
        {
            (PhysicalType.Boolean, _) => ValueKind.Boolean,
            (PhysicalType.Int96, _) => ValueKind.Int96,
            (PhysicalType.Float or PhysicalType.Double, _) => ValueKind.Real,
            (PhysicalType.Int32, ValueKind.Unsigned or ValueKind.Decimal or ValueKind.Date) => kind,
            (PhysicalType.Int64, ValueKind.Unsigned or ValueKind.Decimal or ValueKind.Timestamp) => kind,
            (PhysicalType.Int32 or PhysicalType.Int64, _) => ValueKind.Signed,
            (PhysicalType.FixedLengthByteArray, ValueKind.Real) when TypeLength == 2 => kind,
            (PhysicalType.FixedLengthByteArray, ValueKind.Uuid) when TypeLength == 16 => kind,
            (_, ValueKind.Decimal) => kind,
            _ => ValueKind.Text,
        };
    }

    private void ReadField(ref ThriftReader thrift, int id, ThriftType type)
    {
        switch (id)
        {
            case 1:
                Type = (PhysicalType)thrift.ReadInt32(type);
                break;
            case 2:
                TypeLength = thrift.ReadInt32(type);
                break;
            case 3:
                var repetition = thrift.ReadInt32(type);
                IsOptional = repetition == 1;
                IsRepeated = repetition == 2;
                break;
            case 4:
                Name = CleanName(Encoding.UTF8.GetString(thrift.ReadBinary(type)));
                break;
            case 5:
                ChildCount = thrift.ReadInt32(type);
                break;
            case 6:
                _converted = thrift.ReadInt32(type);
                break;
            case 7:
                _scale = thrift.ReadInt32(type);
                break;
            case 10:
                ReadLogicalType(ref thrift, type);
                break;
            default:
                thrift.Skip(type);
                break;
        }
    }

    // Names stand in messages.
    private static string CleanName(string name) =>
        TerminalText.Show(name.Length <= MaxNameLength ? name : name[..MaxNameLength]);

    private void ReadLogicalType(ref ThriftReader thrift, ThriftType type)
    {
        ThriftReader.Expect(type, ThriftType.Struct);
        for (var id = 0; thrift.ReadField(ref id, out var fieldType);)
        {
            _logical = id switch
            {
                5 => ValueKind.Decimal,
                6 => ValueKind.Date,
                8 => ValueKind.Timestamp,
                10 => ValueKind.Signed,
                14 => ValueKind.Uuid,
                15 => ValueKind.Real,
                _ => ValueKind.Text,
            };
            if (id is 5 or 8 or 10)
                ReadParameters(ref thrift, fieldType);
            else
                thrift.Skip(fieldType);
        }
    }

    // DecimalType (scale, precision), TimestampType (in UTC, unit), IntType (width, signed).
    private void ReadParameters(ref ThriftReader thrift, ThriftType type)
    {
        ThriftReader.Expect(type, ThriftType.Struct);
        for (var id = 0; thrift.ReadField(ref id, out var fieldType);)
        {
            if (_logical == ValueKind.Decimal && id == 1)
                _logicalScale = thrift.ReadInt32(fieldType);
            else if (_logical == ValueKind.Timestamp && id == 2)
                ReadUnit(ref thrift, fieldType);
            else if (_logical == ValueKind.Signed && id == 2)
                _logical = ThriftReader.ReadBoolean(fieldType) ? ValueKind.Signed : ValueKind.Unsigned;
            else
                thrift.Skip(fieldType);
        }
    }

    private void ReadUnit(ref ThriftReader thrift, ThriftType type)
    {
        ThriftReader.Expect(type, ThriftType.Struct);
        for (var id = 0; thrift.ReadField(ref id, out var fieldType);)
        {
            _unitsPerSecond = id switch
            {
                1 => 1_000,
                2 => 1_000_000,
                _ => 1_000_000_000,
            };
            thrift.Skip(fieldType);
        }
    }
}
