using System.Globalization;
using System.Text;
using FlowLogs.Filtering.Syntax;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Patterns;

/// <summary>
/// Writes the slots of a pattern: AWS's names with underscores, since a name has letters, digits and underscores only.
/// All fields have a slot where that is short enough; else an ellipsis takes the place of the longest run of fields that
/// nothing is asked of. So a condition on the last field is never one on the rest of the line.
/// </summary>
internal static class PatternText
{
    /// <summary>Writes a pattern.</summary>
    /// <param name="format">The format of the lines.</param>
    /// <param name="clauses">What is asked of the fields, by column; all of it must hold.</param>
    /// <param name="mayRename">Whether the slots may get short names.</param>
    /// <returns>The pattern, or null if it is longer than the service allows.</returns>
    public static string? Write(FlowLogFormat format, IReadOnlyDictionary<int, IReadOnlyList<Clause>> clauses, bool mayRename)
    {
        var slots = WriteSlots(format, clauses, static field => field.Name.Replace('-', '_'));
        var text = Fit($"[{string.Join(", ", slots)}]") ?? Fit(WriteWithEllipsis(slots, clauses));
        if (text is not null || !mayRename)
            return text;
        var number = 0;
        slots = WriteSlots(format, clauses, _ => string.Create(CultureInfo.InvariantCulture, $"f{++number}"));
        return Fit(WriteWithEllipsis(slots, clauses));
    }

    private static string? Fit(string text) => text.Length <= PatternErrors.MaxLength ? text : null;

    private static string[] WriteSlots(
        FlowLogFormat format,
        IReadOnlyDictionary<int, IReadOnlyList<Clause>> clauses,
        Func<FlowField, string> nameOf)
    {
        var slots = new string[format.Fields.Count];
        for (var column = 0; column < slots.Length; column++)
        {
            var slot = new StringBuilder();
            var name = nameOf(format.Fields[column]);
            if (clauses.TryGetValue(column, out var parts))
                Clause.All(parts).WriteTo(slot, name);
            else
                slot.Append(name);
            slots[column] = slot.ToString();
        }

        return slots;
    }

    private static string WriteWithEllipsis(string[] slots, IReadOnlyDictionary<int, IReadOnlyList<Clause>> clauses)
    {
        int start = 0, end = 0, longest = -1;
        for (int from = 0, length = 0, column = 0; column < slots.Length; column++)
        {
            if (clauses.ContainsKey(column))
            {
                (from, length) = (column + 1, 0);
                continue;
            }

            length += slots[column].Length;
            if (length > longest)
                (start, end, longest) = (from, column + 1, length);
        }

        return $"[{string.Join(", ", longest < 0 ? slots : [.. slots[..start], "...", .. slots[end..]])}]";
    }
}
