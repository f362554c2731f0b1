using System.Buffers.Binary;
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
        var tail = fields.From(column, out var length);
        if (length == 0 || (length == 1 && tail[0] == '-'))
            return Cell.Missing;
        return kind switch
        {
            CellKind.Amount => (ulong)DigitText.Parse(tail, length),
            CellKind.Address => DottedText.TryParse(tail, length, out var address) ? Cell.OfIPv4(address) : OfText(tail, length),
            CellKind.Number => OfNumber(DigitText.Parse(tail, length)),
            CellKind.Time => OfNumber(FieldNumber.ToMilliseconds(DigitText.Parse(tail, length))),
            CellKind.Bin => OfNumber(BinOf(FieldNumber.ToMilliseconds(DigitText.Parse(tail, length)))),
            _ => OfText(tail, length),
        };
    }

    private ulong OfNumber(long value)
    {
        if (Cell.Fits(value))
            return Cell.OfNumber(value);

        // How a number was written does not matter, so it is written anew.
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        return Cell.OfStoredText(_texts.IdOf(digits[..length]));
    }

    private ulong OfText(ReadOnlySpan<byte> tail, int length)
    {
        if (length > Cell.MaxShortText)
            return Cell.OfStoredText(_texts.IdOf(tail[..length]));
        if (tail.Length >= sizeof(ulong))
            return Cell.OfShortText(BinaryPrimitives.ReadUInt64BigEndian(tail) & ~(ulong.MaxValue >> (8 * length)), length);
        Span<byte> text = stackalloc byte[sizeof(ulong)];
        text.Clear();
        tail[..length].CopyTo(text);
        return Cell.OfShortText(BinaryPrimitives.ReadUInt64BigEndian(text), length);
    }

    // Before 1970, too, the bin begins before what lies in it; the first of all would begin before .NET's times do.
    private long BinOf(long milliseconds)
    {
        var rest = milliseconds % binLength;
        return Math.Max(milliseconds - (rest < 0 ? rest + binLength : rest), FieldNumber.MinMilliseconds);
    }
}
