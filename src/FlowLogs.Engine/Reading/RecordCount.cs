using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>How many records there were, and from when to when. One thread at a time counts.</summary>
internal sealed class RecordCount
{
    public long Records { get; set; }

    /// <summary>The first start in milliseconds; the largest number where there was none.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The last start in milliseconds; the least number where there was none.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>Counts the start of a record.</summary>
    /// <param name="text">The field, which was checked.</param>
    public void AddTime(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'-'])
            return;
        var start = FieldNumber.ToMilliseconds(FieldNumber.Parse(text));
        First = Math.Min(First, start);
        Last = Math.Max(Last, start);
    }
}
