using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using FlowLogs.Parquet.Metadata;
using FlowLogs.Records;

namespace FlowLogs.Parquet.Text;

/// <summary>Writes the values of a column as a flow log line has them.</summary>
/// <param name="column">The column.</param>
/// <param name="field">The field that it stands for.</param>
internal sealed class ValueText(Column column, FlowField field)
{
    private const int AccountIdLength = 12;

    // More than a line may have is of no use.
    private const int MaxLength = ushort.MaxValue + 1;

    private readonly bool _isAccountId = field.Name.EndsWith("account-id", StringComparison.Ordinal);
    private byte[] _buffer = new byte[64];

    /// <summary>What stands for a value that is missing.</summary>
    public static ReadOnlySpan<byte> Missing => "-"u8;

    /// <summary>The text of a value in the bytes that it has without encoding. Valid until the next call.</summary>
    /// <exception cref="InvalidDataException">It has not as many bytes as its type.</exception>
    public ReadOnlySpan<byte> Write(ReadOnlySpan<byte> value)
    {
        if (column.Kind == ValueKind.Text)
            return WriteText(value);
        if (column.Width > 0 && value.Length != column.Width)
            throw new InvalidDataException($"the column {column.Name} has a value of another length than its type.");
        return column.Kind switch
        {
            ValueKind.Boolean => value[0] == 0 ? "false"u8 : "true"u8,
            ValueKind.Unsigned => Format(column.Width == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(value) : BinaryPrimitives.ReadUInt64LittleEndian(value)),
            ValueKind.Decimal => WriteDecimal(value),
            ValueKind.Real => WriteReal(value),
            ValueKind.Timestamp => WriteTime(BinaryPrimitives.ReadInt64LittleEndian(value), column.UnitsPerSecond),
            ValueKind.Int96 => WriteInt96(value),
            ValueKind.Date => Ascii(DateTime.UnixEpoch.AddDays(Math.Clamp(ReadSigned(value), -719_162, 2_932_896)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ValueKind.Uuid => Ascii(new Guid(value, bigEndian: true).ToString()),
            _ => Format(ReadSigned(value)),
        };
    }

    private static long ReadSigned(ReadOnlySpan<byte> value) =>
        value.Length == 4 ? BinaryPrimitives.ReadInt32LittleEndian(value) : BinaryPrimitives.ReadInt64LittleEndian(value);

    // Writers that take an account for a number lose its leading zeros.
    private ReadOnlySpan<byte> Format(long value)
    {
        var format = _isAccountId && value >= 0 ? new StandardFormat('D', AccountIdLength) : default;
        Utf8Formatter.TryFormat(value, _buffer, out var written, format);
        return _buffer.AsSpan(0, written);
    }

    private ReadOnlySpan<byte> Format(ulong value)
    {
        if (value <= long.MaxValue)
            return Format((long)value);
        Utf8Formatter.TryFormat(value, _buffer, out var written);
        return _buffer.AsSpan(0, written);
    }

    private ReadOnlySpan<byte> Format(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Format((long)value) : Ascii(value.ToString(CultureInfo.InvariantCulture));

    // With a point only where it is needed: a number with one is none of a flow log's.
    private ReadOnlySpan<byte> WriteDecimal(ReadOnlySpan<byte> value)
    {
        if (value.Length > 64 || column.Scale is < 0 or > 150)
            throw new InvalidDataException($"the column {column.Name} has decimal numbers that are too long.");
        var number = column.Type is PhysicalType.Int32 or PhysicalType.Int64 ? ReadSigned(value) : new BigInteger(value, isUnsigned: false, isBigEndian: true);
        var whole = BigInteger.DivRem(number, BigInteger.Pow(10, column.Scale), out var rest);
        if (rest.IsZero)
            return Format(whole);
        var decimals = BigInteger.Abs(rest).ToString(CultureInfo.InvariantCulture).PadLeft(column.Scale, '0').TrimEnd('0');
        return Ascii($"{(number.Sign < 0 ? "-" : "")}{BigInteger.Abs(whole)}.{decimals}");
    }

    private ReadOnlySpan<byte> WriteReal(ReadOnlySpan<byte> value)
    {
        var number = value.Length switch
        {
            2 => (double)BinaryPrimitives.ReadHalfLittleEndian(value),
            4 => BinaryPrimitives.ReadSingleLittleEndian(value),
            _ => BinaryPrimitives.ReadDoubleLittleEndian(value),
        };

        // So pandas writes a whole number that is missing.
        if (double.IsNaN(number))
            return Missing;
        return number == Math.Truncate(number) && Math.Abs(number) < long.MaxValue
            ? Format((long)number)
            : Ascii(number.ToString("R", CultureInfo.InvariantCulture));
    }

    // Julian day 2,440,588 is 1970-01-01.
    private ReadOnlySpan<byte> WriteInt96(ReadOnlySpan<byte> value)
    {
        var days = BinaryPrimitives.ReadInt32LittleEndian(value[8..]) - 2_440_588L;
        return WriteTime((days * 86_400) + (BinaryPrimitives.ReadInt64LittleEndian(value) / 1_000_000_000), unitsPerSecond: 1);
    }

    // Fields have whole seconds.
    private ReadOnlySpan<byte> WriteTime(long value, long unitsPerSecond)
    {
        var seconds = Math.DivRem(value, unitsPerSecond, out var rest);
        return Format(rest < 0 ? seconds - 1 : seconds);
    }

    private ReadOnlySpan<byte> WriteText(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value.SequenceEqual("None"u8) || value.SequenceEqual("null"u8))
            return Missing;
        if (value.Length > MaxLength)
            value = value[..MaxLength];
        return value.IndexOfAnyInRange((byte)0, (byte)' ') < 0 && !value.Contains((byte)0x7F) ? value : Encode(value);
    }

    // A field has neither blanks nor control characters; AWS writes those of tags in this way.
    private ReadOnlySpan<byte> Encode(ReadOnlySpan<byte> value)
    {
        if (_buffer.Length < value.Length * 3)
            _buffer = new byte[value.Length * 3];
        var length = 0;
        foreach (var c in value)
        {
            if (c is > (byte)' ' and not 0x7F)
            {
                _buffer[length++] = c;
                continue;
            }

            _buffer[length++] = (byte)'%';
            Utf8Formatter.TryFormat(c, _buffer.AsSpan(length), out var written, new StandardFormat('X', 2));
            length += written;
        }

        return _buffer.AsSpan(0, length);
    }

    private ReadOnlySpan<byte> Ascii(string text)
    {
        if (_buffer.Length < text.Length)
            _buffer = new byte[text.Length];
        return _buffer.AsSpan(0, System.Text.Encoding.ASCII.GetBytes(text, _buffer));
    }
}
