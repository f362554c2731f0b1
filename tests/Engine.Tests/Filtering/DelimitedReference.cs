using System.Globalization;

namespace FlowLogs.Tests.Filtering;

/// <summary>The rules for cutting and aligning lines once more, written for clearness only, on strings.</summary>
internal static class DelimitedReference
{
    private const string Blanks = " \t\n\v\f\r";

    /// <summary>The values that a line gives for slots by name ("" for an empty one, "..."); null if it has too few fields.</summary>
    public static List<string>? Extract(string[] slots, string line)
    {
        var fields = Split(line);
        var ellipsis = Array.IndexOf(slots, "...");
        var needed = slots.Length == 0 ? 1 : slots.Count(static slot => slot != "...");
        if (fields.Count < needed)
            return null;
        if (ellipsis < 0 && slots.Length > 0 && fields.Count > slots.Length)
        {
            var start = fields[slots.Length - 1].Start;
            fields.RemoveRange(slots.Length - 1, fields.Count - slots.Length + 1);
            fields.Add((start, line[start..]));
        }
        var names = new List<string>();
        var covered = fields.Count - needed;
        foreach (var slot in slots)
            names.AddRange(slot == "..." ? Enumerable.Repeat("", covered) : [slot]);
        var values = new List<string>();
        for (var i = 0; i < fields.Count; i++)
        {
            var name = i < names.Count && names[i].Length > 0 ? names[i] : (i + 1).ToString(CultureInfo.InvariantCulture);
            values.Add($"${name}={fields[i].Text}");
        }
        return values;
    }

    public static List<(int Start, string Text)> Split(string line)
    {
        var fields = new List<(int, string)>();
        var i = 0;
        while (i < line.Length)
        {
            if (Blanks.Contains(line[i], StringComparison.Ordinal))
            {
                i++;
                continue;
            }
            var start = i;
            var closing = line[i] == '"' ? '"' : line[i] == '[' ? ']' : '\0';
            var end = closing == '\0' ? -1 : line.IndexOf(closing, i + 1);
            if (end >= 0)
            {
                fields.Add((start, line[(start + 1)..end]));
                i = end + 1;
                continue;
            }
            while (i < line.Length && !Blanks.Contains(line[i], StringComparison.Ordinal))
                i++;
            fields.Add((start, line[start..i]));
        }
        return fields;
    }
}
