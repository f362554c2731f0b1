using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Querying.Cells;

/// <summary>Makes cells of the fields of lines. One thread at a time uses it.</summary>
/// <param name="texts">Takes the texts that do not fit into a cell.</param>
/// <param name="binLength">The length of a time bin in milliseconds, where there are bins.</param>
internal sealed class CellReader(TextStore texts, long binLength)
{
    private readonly TextCache _texts = new(texts);

    /// <summary>Makes the cells of a column.</summary>
    /// <param name="run">Lines, whose numbers have been checked.</param>
    /// <param name="chosen">The numbers of those that are wanted.</param>
    /// <param name="column">The column; -1 where there is none.</param>
    /// <param name="kind">What is made of the fields.</param>
    /// <param name="cells">Takes the cells.</param>
    /// <param name="step">How far one cell is from the next.</param>
    public void Read(in LineRun run, ReadOnlySpan<ushort> chosen, int column, CellKind kind, Span<ulong> cells, int step)
    {
        if (column < 0)
        {
            for (var i = 0; i < chosen.Length; i++)
                cells[i * step] = Cell.Missing;
            return;
        }

        switch (kind)
        {
            case CellKind.Amount:
                Read<AmountMaker>(run, chosen, column, cells, step);
                break;
            case CellKind.Address:
                Read<AddressMaker>(run, chosen, column, cells, step);
                break;
            case CellKind.Number:
                Read<NumberMaker>(run, chosen, column, cells, step);
                break;
            case CellKind.Time:
                Read<TimeMaker>(run, chosen, column, cells, step);
                break;
            case CellKind.Bin:
                Read<BinMaker>(run, chosen, column, cells, step);
                break;
            default:
                Read<TextMaker>(run, chosen, column, cells, step);
                break;
        }
    }

    // The compiler makes a loop for each kind.
    private void Read<TMaker>(in LineRun run, ReadOnlySpan<ushort> chosen, int column, Span<ulong> cells, int step)
        where TMaker : struct, ICellMaker
    {
        var text = run.Text;
        var next = 0;
        foreach (var line in chosen)
        {
            int start = run.StartOf(line, column), length = run.LengthOf(line, column);
            cells[next] = length == 0 || (length == 1 && text[start] == '-') ? Cell.Missing : TMaker.Make(this, text, start, length);
            next += step;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ParseNumber(ReadOnlySpan<byte> text, int start, int length)
    {
        const int Digits = LineFields.PackedLength;
        if (length <= Digits && text[start] != '-')
            return FieldNumber.ParsePacked(LineFields.Packed(text, start, length), length);
        return ParseLong(text, start, length);
    }

    private static long ParseLong(ReadOnlySpan<byte> text, int start, int length)
    {
        const int Digits = LineFields.PackedLength;
        if (length <= Digits || length > 2 * Digits || text[start] == '-')
            return FieldNumber.Parse(text.Slice(start, length));
        var rest = length - Digits;
        return (FieldNumber.ParsePacked(LineFields.Packed(text, start, Digits), Digits) * FieldNumber.PowerOfTen(rest))
            + FieldNumber.ParsePacked(LineFields.Packed(text, start + Digits, rest), rest);
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

    private ulong OfText(ReadOnlySpan<byte> text, int start, int length) => length <= Cell.MaxShortText
        ? Cell.OfShortText(BinaryPrimitives.ReverseEndianness(LineFields.Packed(text, start, length)), length)
        : Cell.OfStoredText(_texts.IdOf(text.Slice(start, length)));

    // Before 1970, too, the bin begins before what lies in it; the first of all would begin before .NET's times do.
    private long BinOf(long milliseconds)
    {
        var rest = milliseconds % binLength;
        return Math.Max(milliseconds - (rest < 0 ? rest + binLength : rest), FieldNumber.MinMilliseconds);
    }

    // Makes a cell of a field that is not missing.
    private interface ICellMaker
    {
        static abstract ulong Make(CellReader reader, ReadOnlySpan<byte> text, int start, int length);
    }

    private readonly struct AmountMaker : ICellMaker
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Make(CellReader reader, ReadOnlySpan<byte> text, int start, int length) => (ulong)ParseNumber(text, start, length);
    }

    private readonly struct NumberMaker : ICellMaker
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Make(CellReader reader, ReadOnlySpan<byte> text, int start, int length) =>
            reader.OfNumber(ParseNumber(text, start, length));
    }

    private readonly struct TimeMaker : ICellMaker
    {
        public static ulong Make(CellReader reader, ReadOnlySpan<byte> text, int start, int length) =>
            reader.OfNumber(FieldNumber.ToMilliseconds(ParseNumber(text, start, length)));
    }

    private readonly struct BinMaker : ICellMaker
    {
        public static ulong Make(CellReader reader, ReadOnlySpan<byte> text, int start, int length) =>
            reader.OfNumber(reader.BinOf(FieldNumber.ToMilliseconds(ParseNumber(text, start, length))));
    }

    private readonly struct AddressMaker : ICellMaker
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Make(CellReader reader, ReadOnlySpan<byte> text, int start, int length) =>
            DottedText.TryParse(text[start..], length, out var address) ? Cell.OfIPv4(address) : reader.OfText(text, start, length);
    }

    private readonly struct TextMaker : ICellMaker
    {
        public static ulong Make(CellReader reader, ReadOnlySpan<byte> text, int start, int length) => reader.OfText(text, start, length);
    }
}
