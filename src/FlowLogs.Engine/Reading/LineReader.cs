using FlowLogs.Reading.Payloads;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>Reads the lines of one source, and finds records in what lines may be wrapped in.</summary>
public sealed class LineReader
{
    private readonly RecordReader _records;
    private long _lineNumber;

    /// <summary>Makes a reader of one source.</summary>
    /// <param name="source">The source's name, for messages.</param>
    /// <param name="options">What is wanted of it.</param>
    public LineReader(string source, FlowReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _records = new RecordReader(source, options);
    }

    /// <summary>Reads lines that are separated by line feeds.</summary>
    /// <param name="block">The lines in UTF-8.</param>
    /// <param name="items">Takes the records and problems, in the order of the lines.</param>
    public void Read(ReadOnlySpan<byte> block, ICollection<ReadItem> items)
    {
        while (!block.IsEmpty)
        {
            var end = block.IndexOf((byte)'\n');
            ReadLine(end < 0 ? block : block[..end], null, items);
            block = end < 0 ? [] : block[(end + 1)..];
        }
    }

    /// <summary>To be called at the end of the source.</summary>
    /// <param name="items">Takes what there is still to report.</param>
    public void Finish(ICollection<ReadItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _records.Finish(items);
    }

    /// <summary>Reads one line, which may come with what CloudWatch Logs knows of it.</summary>
    internal void ReadLine(ReadOnlySpan<byte> line, RecordOrigin? origin, ICollection<ReadItem> items)
    {
        _lineNumber++;
        line = LineScanner.Trim(line);
        if (line.IsEmpty)
            return;
        if (line[0] == '{' && MessageObject.TryRead(line, _lineNumber, origin, _records, items))
            return;
        _records.Read(line, _lineNumber, origin, items);
    }
}
