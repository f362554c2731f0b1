using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>How many records there were, and from when to when. One thread at a time counts.</summary>
internal sealed class RecordCount
{
    public long Records { get; set; }

    /// <summary>Whether one of them had a start.</summary>
    public bool HasTimes => First <= Last;

    /// <summary>The first start in milliseconds; the largest number where there was none.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The last start in milliseconds; the least number where there was none.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>Counts the start of a record.</summary>
    /// <param name="text">The field, which was checked.</param>
    public void AddTime(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'-'])
            AddTime(FieldNumber.ToMilliseconds(FieldNumber.Parse(text)));
    }

    /// <summary>Counts the start of a record.</summary>
    /// <param name="start">Milliseconds.</param>
    public void AddTime(long start)
    {
        First = Math.Min(First, start);
        Last = Math.Max(Last, start);
    }

    /// <summary>Counts records that were counted elsewhere.</summary>
    public void Add(RecordCount other)
    {
        Records += other.Records;
        First = Math.Min(First, other.First);
        Last = Math.Max(Last, other.Last);
    }
}
