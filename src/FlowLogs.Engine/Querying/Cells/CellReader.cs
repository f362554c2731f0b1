using System.Buffers.Binary;
using System.Globalization;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Querying.Cells;

/// <summary>Makes cells of the fields of lines. One thread at a time uses it.</summary>
/// <param name="texts">Takes the texts that do not fit into a cell.</param>
/// <param name="binLength">The length of a time bin in milliseconds, where there are bins.</param>
internal sealed class CellReader(TextStore texts, long binLength)
{
    private readonly TextCache _texts = new(texts);

    /// <summary>Reads a field of a line, whose numbers have been checked.</summary>
    public ulong Read(scoped in LineFields fields, int column, CellKind kind)
    {
        var start = fields.StartOf(column);
        var length = fields.LengthOf(column);
        if (length == 0 || (length == 1 && fields.Text[start] == '-'))
            return Cell.Missing;
        return kind switch
        {
            CellKind.Amount => (ulong)ParseNumber(fields, start, length),
            CellKind.Address when DottedText.TryParse(fields.Text[start..], length, out var address) => Cell.OfIPv4(address),
            CellKind.Number => OfNumber(ParseNumber(fields, start, length)),
            CellKind.Time => OfNumber(FieldNumber.ToMilliseconds(ParseNumber(fields, start, length))),
            CellKind.Bin => OfNumber(BinOf(FieldNumber.ToMilliseconds(ParseNumber(fields, start, length)))),
            _ => OfText(fields, start, length),
        };
    }

    private static long ParseNumber(scoped in LineFields fields, int start, int length)
    {
        const int Digits = LineFields.PackedLength;
        if (length > 2 * Digits || fields.Text[start] == '-')
            return FieldNumber.Parse(fields.Text.Slice(start, length));
        if (length <= Digits)
            return FieldNumber.ParsePacked(fields.Packed(start, length), length);
        var rest = length - Digits;
        return (FieldNumber.ParsePacked(fields.Packed(start, Digits), Digits) * FieldNumber.PowerOfTen(rest))
            + FieldNumber.ParsePacked(fields.Packed(start + Digits, rest), rest);
    }

    private ulong OfNumber(long value)
    {
        if (Cell.Fits(value))
            return Cell.OfNumber(value);

        // How a number was written does not matter, so it is written anew.
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return Cell.OfStoredText(_texts.IdOf(digits[..length]));
    }

    private ulong OfText(scoped in LineFields fields, int start, int length) => length <= Cell.MaxShortText
        ? Cell.OfShortText(BinaryPrimitives.ReverseEndianness(fields.Packed(start, length)), length)
        : Cell.OfStoredText(_texts.IdOf(fields.Text.Slice(start, length)));

    // Before 1970, too, the bin begins before what lies in it; the first of all would begin before .NET's times do.
    private long BinOf(long milliseconds)
    {
        var rest = milliseconds % binLength;
        return Math.Max(milliseconds - (rest < 0 ? rest + binLength : rest), FieldNumber.MinMilliseconds);
    }
}
