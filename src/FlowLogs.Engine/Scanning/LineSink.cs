using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>Takes the records of lines that are wanted, where no object is to be made of each. One thread at a time uses it.</summary>
internal abstract class LineSink
{
    /// <summary>Takes one record. The line is valid during the call.</summary>
    /// <param name="format">The line's format.</param>
    /// <param name="fields">The line's fields, whose numbers have been checked.</param>
    public abstract void Add(FlowLogFormat format, in LineFields fields);
}
