using System.Runtime.CompilerServices;
using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>
/// What lines of a format look like nearly always: where numbers must be there are digits, and not more than fit whatever
/// they are. Such lines need no other look at their numbers.
/// </summary>
internal sealed class PlainShape
{
    // Columns of numbers, and how long those may be.
    private readonly (int Column, int Limit)[] _limits;

    // Columns of numbers that lie side by side.
    private readonly (int First, int Last)[] _numbers;

    public PlainShape(FlowLogFormat format)
    {
        _limits = [.. format.NumberColumns.Select(column => (column, FieldNumber.SafeLength(format.Fields[column].Type)))];
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

    /// <summary>Whether a line with as many fields as the format, none of them empty, has this shape.</summary>
    public bool Fits(SplitBuffer line)
    {
        // Before the first end stands -1.
        ref var ends = ref line.FirstEnd;
        foreach (var (column, limit) in _limits)
        {
            if ((ushort)(Unsafe.Add(ref ends, column) - Unsafe.Add(ref ends, column - 1)) > limit + 1)
                return false;
        }

        foreach (var (first, last) in _numbers)
        {
            if (!line.AreNumbers((ushort)(Unsafe.Add(ref ends, first - 1) + 1), Unsafe.Add(ref ends, last)))
                return false;
        }

        return true;
    }
}
