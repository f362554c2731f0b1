namespace FlowLogs.Scanning;

/// <summary>
/// Splits a line into fields. Blanks and tabs separate, a run of them as one; no other white space does, and there is
/// no quoting. Or commas separate, each of them. A line begins and ends with a field here: the scanner has trimmed it.
/// </summary>
internal static class FieldSplitter
{
    /// <summary>Whether a line has tabs or runs of blanks, so that it must be copied to have single blanks.</summary>
    public static bool NeedsCopy(ReadOnlySpan<byte> line) => line.Contains((byte)'\t') || line.IndexOf("  "u8) >= 0;

    /// <summary>Finds what is around the fields of a line with single blanks, as <see cref="LineFields"/> has it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="bounds">Takes the bounds; one more than there are fields that are wanted.</param>
    /// <returns>The number of fields, or one more than were wanted when there are more.</returns>
    public static int Split(ReadOnlySpan<byte> line, Span<ushort> bounds)
    {
        var position = 0;
        var count = 0;
        bounds[0] = ushort.MaxValue;
        while (count < bounds.Length - 1)
        {
            var length = line[position..].IndexOf((byte)' ');
            if (length < 0)
            {
                bounds[++count] = (ushort)line.Length;
                return count;
            }

            position += length;
            bounds[++count] = (ushort)position++;
        }

        return count + 1;
    }

    /// <summary>A field of a line, or of fields beside each other, with single blanks.</summary>
    /// <param name="line">The fields; there may be a blank behind the last.</param>
    /// <param name="column">Its number among them, from 0.</param>
    public static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int column)
    {
        for (; column > 0; column--)
            line = line[(line.IndexOf((byte)' ') + 1)..];
        var end = line.IndexOf((byte)' ');
        return end < 0 ? line : line[..end];
    }

    /// <summary>The number of fields of any line.</summary>
    public static int Count(ReadOnlySpan<byte> line)
    {
        var count = 0;
        for (var isField = true; !line.IsEmpty; isField = !isField)
        {
            var length = isField ? line.IndexOfAny((byte)' ', (byte)'\t') : line.IndexOfAnyExcept((byte)' ', (byte)'\t');
            count += isField ? 1 : 0;
            line = length < 0 ? [] : line[length..];
        }

        return count;
    }

    /// <summary>As <see cref="Split"/>, for any line: copies it with single blanks first.</summary>
    public static int SplitCopy(ReadOnlySpan<byte> line, Span<byte> copy, Span<ushort> bounds, out ReadOnlySpan<byte> single)
    {
        var length = 0;
        var afterBlank = false;
        foreach (var c in line)
        {
            var blank = c is (byte)' ' or (byte)'\t';
            if (!blank)
                copy[length++] = c;
            else if (!afterBlank)
                copy[length++] = (byte)' ';
            afterBlank = blank;
        }

        single = copy[..length];
        return Split(single, bounds);
    }

    /// <summary>
    /// As <see cref="Split"/>, for a line with commas: copies it with blanks instead, and with a hyphen for a field that is
    /// empty, so that the copy may be longer by one for each field.
    /// </summary>
    public static int SplitCommas(ReadOnlySpan<byte> line, Span<byte> copy, Span<ushort> bounds, out ReadOnlySpan<byte> single)
    {
        var length = 0;
        var count = 0;
        bounds[0] = ushort.MaxValue;
        for (var comma = 0; comma >= 0 && count < bounds.Length - 1; line = line[(comma + 1)..])
        {
            comma = line.IndexOf((byte)',');
            var field = (comma < 0 ? line : line[..comma]).Trim(" \t"u8);
            if (count > 0)
                copy[length++] = (byte)' ';
            (field.IsEmpty ? "-"u8 : field).CopyTo(copy[length..]);
            length += Math.Max(field.Length, 1);
            bounds[++count] = (ushort)length;
            if (comma >= 0 && count == bounds.Length - 1)
                count++;
        }

        single = copy[..length];
        return count;
    }
}
