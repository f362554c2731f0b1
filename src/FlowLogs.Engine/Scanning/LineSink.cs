using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>Takes the records of lines that are wanted, where no object is to be made of each. One thread at a time uses it.</summary>
internal abstract class LineSink
{
    /// <summary>Takes records. Their lines are valid during the call.</summary>
    /// <param name="format">The lines' format.</param>
    /// <param name="run">The lines, whose numbers have been checked.</param>
    /// <param name="chosen">The numbers in the run of those that are wanted.</param>
    public abstract void Add(FlowLogFormat format, in LineRun run, ReadOnlySpan<ushort> chosen);

    /// <summary>Takes one record.</summary>
    /// <param name="format">The line's format.</param>
    /// <param name="fields">The line's fields, whose numbers have been checked.</param>
    public void Add(FlowLogFormat format, in LineFields fields) => Add(format, fields.ToRun(), [0]);

    /// <summary>Takes one record that was made.</summary>
    public void Add(FlowLogRecord record) =>
        Add(record.Format, record.GetFields(stackalloc byte[record.LineLength], stackalloc ushort[record.Format.Fields.Count + 1]));
}
