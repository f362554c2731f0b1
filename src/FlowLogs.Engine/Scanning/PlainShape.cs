using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>
/// What lines of a format look like nearly always: where numbers must be there are digits, and not more than fit whatever
/// they are. Such lines need no other look at their numbers.
/// </summary>
internal sealed class PlainShape
{
    /// <summary>How many fields are looked at at a time, be there as many or not.</summary>
    public const int Lanes = 16;

    // How long each field may be, and one for the separator; what is behind the last field may be anything.
    private readonly ushort[] _limits;

    // Columns of numbers that lie side by side.
    private readonly (int First, int Last)[] _numbers;

    public PlainShape(FlowLogFormat format)
    {
        _limits = new ushort[(format.Fields.Count + Lanes - 1) / Lanes * Lanes];
        Array.Fill(_limits, ushort.MaxValue);
        foreach (var column in format.NumberColumns)
            _limits[column] = (ushort)(FieldNumber.SafeLength(format.Fields[column].Type) + 1);
        var numbers = new List<(int First, int Last)>();
        foreach (var column in format.NumberColumns)
        {
            if (numbers.Count > 0 && numbers[^1].Last == column - 1)
                numbers[^1] = (numbers[^1].First, column);
            else
                numbers.Add((column, column));
        }

        _numbers = [.. numbers];
    }

    /// <summary>
    /// Whether a record may begin so. Names in headers begin with a letter, as do all things in lines that are no records;
    /// where it is a small one, a number tells them apart.
    /// </summary>
    public static bool MayBegin(byte first) => first <= '9' || char.IsAsciiLetterLower((char)first);

    /// <summary>Whether a line with as many fields as the format, none of them empty, has this shape.</summary>
    /// <param name="index">What is known of the text.</param>
    /// <param name="first">The separator before the line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fits(LineIndex index, int first)
    {
        ref var bounds = ref index.Separator(first);
        if (!HaveLengths(ref bounds))
            return false;
        foreach (var (from, to) in _numbers)
        {
            if (!index.AreNumbers((ushort)(Unsafe.Add(ref bounds, from) + 1), Unsafe.Add(ref bounds, to + 1) - 1))
                return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HaveLengths(ref ushort bounds)
    {
        ref var limits = ref MemoryMarshal.GetArrayDataReference(_limits);
        for (nuint i = 0; i < (nuint)_limits.Length; i += Lanes)
        {
            var lengths = Vector256.LoadUnsafe(ref bounds, i + 1) - Vector256.LoadUnsafe(ref bounds, i);
            if (Vector256.Min(lengths, Vector256.LoadUnsafe(ref limits, i)) != lengths)
                return false;
        }

        return true;
    }
}
