using System.Buffers;
using System.Globalization;
using System.Text;

namespace FlowLogs.Filtering.Delimited;

/// <summary>
/// A delimited pattern: a slot for each field of a line. Without an ellipsis the last slot takes the rest of the line;
/// with one, the slots before it count from the start and those behind it from the end. Without any slot it matches
/// every line that has a field.
/// </summary>
internal sealed class DelimitedPattern : CompiledPattern
{
    private const int StackRanges = 64;
    private const int PlainFields = 64;

    private readonly DelimitedSlot[] _slots;
    // Conditions of the slots before and behind the ellipsis; all are before it if there is none.
    private readonly SlotCondition?[] _before;
    private readonly SlotCondition?[] _behind;
    // The conditions with the index of their slot.
    private readonly (int Index, SlotCondition Condition)[] _conditions;

    private DelimitedPattern(string pattern, DelimitedSlot[] slots)
        : base(pattern)
    {
        _slots = slots;
        var ellipsis = Array.FindIndex(slots, static slot => slot.IsEllipsis);
        HasEllipsis = ellipsis >= 0;
        var before = HasEllipsis ? ellipsis : slots.Length;
        _before = [.. slots.Take(before).Select(static slot => slot.Condition)];
        _behind = [.. slots.Skip(before + 1).Select(static slot => slot.Condition)];
        _conditions = [.. slots.Select(static (slot, i) => (i, slot.Condition!)).Where(static slot => slot.Item2 is not null)];
    }

    /// <summary>The slots in the order of the pattern, the ellipsis among them.</summary>
    public IReadOnlyList<DelimitedSlot> Slots => _slots;

    public bool HasEllipsis { get; }

    /// <summary>How many fields a line must have at least.</summary>
    public int MinFields => _slots.Length == 0 ? 1 : _before.Length + _behind.Length;

    /// <summary>Whether the last slot takes all that is left of the line.</summary>
    public bool LastTakesRest => _slots.Length > 0 && !HasEllipsis;

    public static DelimitedPattern Parse(string pattern) => new(pattern, new DelimitedParser(pattern).ReadSlots());

    public override bool IsMatch(ReadOnlySpan<byte> message)
    {
        var cursor = new FieldCursor(message);
        if (_slots.Length == 0)
            return cursor.MoveNext();
        Span<ushort> ends = stackalloc ushort[PlainFields];
        var count = PlainLine.Split(message, ends);
        if (count > 0)
            return IsPlainMatch(message, ends[..count]);
        if (_behind.Length > 0)
            return IsMatchFromBothEnds(message);

        var last = HasEllipsis ? -1 : _before.Length - 1;
        for (var i = 0; i < _before.Length; i++)
        {
            if (!cursor.MoveNext())
                return false;
            if (_before[i] is not { } condition)
                continue;
            var field = i < last || cursor.IsLast || HasEllipsis ? cursor.Field : cursor.Rest;
            if (!condition.Holds(field))
                return false;
        }
        return true;
    }

    public override IReadOnlyList<KeyValuePair<string, string>> Extract(ReadOnlySpan<byte> message)
    {
        var fields = Align(message, out _);
        if (fields.Count < MinFields)
            return [];
        var values = new KeyValuePair<string, string>[fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var name = FindSlot(i, values.Length)?.Name ?? (i + 1).ToString(CultureInfo.InvariantCulture);
            values[i] = new("$" + name, Encoding.UTF8.GetString(fields[i].In(message)));
        }
        return values;
    }

    /// <summary>The fields of a line, the surplus ones joined to the last where the pattern says so.</summary>
    /// <param name="message">The line.</param>
    /// <param name="hasRest">Whether the last one is several fields joined.</param>
    public IReadOnlyList<FieldRange> Align(ReadOnlySpan<byte> message, out bool hasRest)
    {
        hasRest = false;
        var fields = new List<FieldRange>();
        var cursor = new FieldCursor(message);
        while (cursor.MoveNext())
        {
            hasRest = LastTakesRest && fields.Count == _slots.Length - 1 && !cursor.IsLast;
            if (hasRest)
            {
                fields.Add(new FieldRange(cursor.OuterStart, message.Length));
                break;
            }
            fields.Add(new FieldRange(cursor.Start, cursor.End));
        }
        return fields;
    }

    /// <summary>The slot that a field belongs to, by its place among so many; null if the ellipsis covers it.</summary>
    public DelimitedSlot? FindSlot(int index, int count)
    {
        if (index < _before.Length)
            return _slots[index];
        var fromEnd = count - index;
        return fromEnd <= _behind.Length ? _slots[^fromEnd] : null;
    }

    /// <summary>Whether some line can have a value of that name in <see cref="Extract"/>.</summary>
    public bool DefinesField(string name)
    {
        if (Array.Exists(_slots, slot => slot.Name == name))
            return true;
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || name[0] == '0')
            return false;

        // Whatever is not in a named slot counted from the start has its number.
        return number > _before.Length ? _slots.Length == 0 || HasEllipsis : _slots[number - 1].Name is null;
    }

    // Looks only at the fields that something is asked of.
    private bool IsPlainMatch(ReadOnlySpan<byte> line, Span<ushort> ends)
    {
        if (ends.Length < MinFields)
            return false;
        if (LastTakesRest)
            ends[_slots.Length - 1] = (ushort)line.Length;
        foreach (var (index, condition) in _conditions)
        {
            var field = index < _before.Length ? index : ends.Length - _slots.Length + index;
            var start = field == 0 ? 0 : ends[field - 1] + 1;
            if (!condition.Holds(line[start..ends[field]]))
                return false;
        }
        return true;
    }

    private bool IsMatchFromBothEnds(ReadOnlySpan<byte> message)
    {
        // Two bytes make a field at least: "" or a character and a blank.
        var most = (message.Length / 2) + 1;
        FieldRange[]? rented = null;
        var ranges = most <= StackRanges
            ? stackalloc FieldRange[StackRanges]
            : rented = ArrayPool<FieldRange>.Shared.Rent(most);
        var count = 0;
        var cursor = new FieldCursor(message);
        while (cursor.MoveNext())
            ranges[count++] = new FieldRange(cursor.Start, cursor.End);
        var isMatch = HoldFromBothEnds(message, ranges[..count]);
        if (rented is not null)
            ArrayPool<FieldRange>.Shared.Return(rented);
        return isMatch;
    }

    private bool HoldFromBothEnds(ReadOnlySpan<byte> message, ReadOnlySpan<FieldRange> fields) =>
        fields.Length >= MinFields
        && Hold(message, _before, fields[.._before.Length])
        && Hold(message, _behind, fields[^_behind.Length..]);

    private static bool Hold(
        ReadOnlySpan<byte> message,
        ReadOnlySpan<SlotCondition?> conditions,
        ReadOnlySpan<FieldRange> fields)
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            if (conditions[i]?.Holds(fields[i].In(message)) == false)
                return false;
        }
        return true;
    }

    public override FilterExplanation Explain(ReadOnlySpan<byte> message)
    {
        var fields = Align(message, out var hasRest);
        if (fields.Count < MinFields)
        {
            var has = fields.Count == 1 ? "1 field" : $"{fields.Count} fields";
            return Explain($"the event has {has}, the pattern needs {MinFields}");
        }
        for (var i = 0; i < fields.Count; i++)
        {
            var slot = FindSlot(i, fields.Count);
            var field = fields[i].In(message);
            if (slot?.Condition is not { } condition || condition.Holds(field))
                continue;
            var failure = condition.Explain(slot.Name!, field);
            return hasRest && i == fields.Count - 1
                ? Explain(failure with { Reason = failure.Reason + "; the last slot takes the rest of the line" })
                : Explain(failure);
        }
        return FilterExplanation.Match;
    }

    public override IEnumerable<string> FindWarnings()
    {
        var wildcards = _slots.SelectMany(static slot => slot.Condition?.Wildcards ?? []);
        foreach (var warning in wildcards.Select(static wildcard => wildcard.FindWarning()).OfType<string>())
            yield return warning;
        if (LastTakesRest && _slots[^1].Condition is { } last)
        {
            yield return $"{last.Span.In(Pattern)}: the last slot takes the rest of the line where there are more "
                + "fields than slots, and the condition is about all of that. Add ', ...' behind it for one field.";
        }
    }
}
