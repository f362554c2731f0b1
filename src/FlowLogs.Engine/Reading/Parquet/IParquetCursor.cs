namespace FlowLogs.Reading;

/// <summary>Goes through one column of one row group. A page of it is in memory at a time, and none that is skipped whole.</summary>
public interface IParquetCursor : IDisposable
{
    /// <summary>
    /// The text of the next row's value, as a flow log line has it: <c>-</c> where it is missing, blanks and control
    /// characters percent-encoded. Valid until the next call.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    ReadOnlySpan<byte> Next();

    /// <summary>Passes over rows.</summary>
    /// <param name="rows">How many.</param>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    void Skip(long rows);
}
