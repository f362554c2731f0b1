using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>
/// What lines of a format look like nearly always: no field is empty, and where numbers must be there are digits, not
/// more than fit whatever they are. Such lines need no other look at their numbers.
/// </summary>
internal sealed class PlainShape
{
    /// <summary>How many fields are looked at at a time, be there as many or not.</summary>
    public const int Lanes = 16;

    // From one separator to the next, a field that is not empty has two at least.
    private const ushort MinStep = 2;

    // How much more it may be; what is behind the last field may be anything.
    private readonly ushort[] _limits;

    private readonly int _fieldCount;

    // Columns of numbers that lie side by side, without the first column if it stands alone.
    private readonly (int First, int Last)[] _numbers;
    private readonly bool _beginsWithOneNumber;

    public PlainShape(FlowLogFormat format)
    {
        _fieldCount = format.Fields.Count;
        _limits = new ushort[(_fieldCount + Lanes - 1) / Lanes * Lanes];
        Array.Fill(_limits, ushort.MaxValue);
        _limits.AsSpan(0, _fieldCount).Fill(ushort.MaxValue - MinStep);
        foreach (var column in format.NumberColumns)
            _limits[column] = (ushort)(FieldNumber.SafeLength(format.Fields[column].Type) + 1 - MinStep);
        var numbers = new List<(int First, int Last)>();
        foreach (var column in format.NumberColumns)
        {
            if (numbers.Count > 0 && numbers[^1].Last == column - 1)
                numbers[^1] = (numbers[^1].First, column);
            else
                numbers.Add((column, column));
        }

        BeginsWithNumber = numbers is [(0, _), ..];
        _beginsWithOneNumber = _fieldCount > 1 && numbers is [(0, 0), ..];
        _numbers = [.. numbers.Skip(_beginsWithOneNumber ? 1 : 0)];
    }

    /// <summary>Whether lines of this shape begin with a digit.</summary>
    public bool BeginsWithNumber { get; }

    /// <summary>
    /// Whether a record may begin so. Names in headers begin with a letter, as do all things in lines that are no records;
    /// where it is a small one, a number tells them apart.
    /// </summary>
    public static bool MayBegin(byte first) => first <= '9' || char.IsAsciiLetterLower((char)first);

    /// <summary>How many lines, one after another and each with as many fields as the format, have this shape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">What is known of it.</param>
    /// <param name="first">The separator before the first line.</param>
    /// <param name="lines">How many lines to look at.</param>
    public int CountFitting(ReadOnlySpan<byte> text, LineIndex index, int first, int lines)
    {
        lines = CountOfLengths(ref index.Separator(first), lines);
        if (_beginsWithOneNumber)
            lines = CountOfVersions(text, index, first, lines);
        foreach (var (from, to) in _numbers)
            lines = index.CountOfNumbers(first + from, to + 1 - from, _fieldCount, lines);
        return lines;
    }

    // A number that comes first and alone is the version nearly always: one digit, and the same in all lines.
    private int CountOfVersions(ReadOnlySpan<byte> text, LineIndex index, int first, int lines)
    {
        if (lines == 0)
            return 0;
        ref var bound = ref index.Separator(first);
        ref var bytes = ref MemoryMarshal.GetReference(text);
        var version = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref bytes, (ushort)(bound + 1)));
        if (version >> 8 != ' ' || !char.IsAsciiDigit((char)(byte)version))
            return index.CountOfNumbers(first, 1, _fieldCount, lines);
        for (var count = 1; count < lines; count++)
        {
            // There is a blank at least behind the digit.
            bound = ref Unsafe.Add(ref bound, _fieldCount);
            if (Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref bytes, bound + 1)) != version)
                return count + index.CountOfNumbers(first + (count * _fieldCount), 1, _fieldCount, lines - count);
        }

        return lines;
    }

    private int CountOfLengths(ref ushort bounds, int lines)
    {
        for (var column = 0; column < _limits.Length; column += Lanes)
        {
            var limits = Vector256.LoadUnsafe(ref _limits[column]);
            ref var bound = ref Unsafe.Add(ref bounds, column);
            for (var count = 0; count < lines; count++, bound = ref Unsafe.Add(ref bound, _fieldCount))
            {
                var more = Vector256.LoadUnsafe(ref bound, 1) - Vector256.LoadUnsafe(ref bound) - Vector256.Create(MinStep);
                if (Vector256.GreaterThanAny(more, limits))
                    lines = count;
            }
        }

        return lines;
    }
}
