using System.Text;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Samples;

/// <summary>
/// A generated flow log of a small network, in any format and of any size, with labelled attacks in it. Records come in
/// the order of their start; memory does not grow with their number. All addresses are private or from the ranges for
/// documentation (RFC 5737, RFC 3849).
/// </summary>
public sealed class FlowLogSample
{
    private const int BlockSize = 256 * 1024;

    private readonly FlowLogSampleOptions _options;

    /// <summary>Makes a sample; nothing is generated yet.</summary>
    /// <param name="options">What it is to be like.</param>
    /// <exception cref="FlowLogException">
    /// <c>InvalidTimeRange</c>: there is no whole second between start and end, or they lie before 1970 or after 5138,
    /// from when on the numbers would be taken for milliseconds.
    /// </exception>
    public FlowLogSample(FlowLogSampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Count < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.Count, "A sample has at least one record.");
        _options = options;
        var start = options.StartTime.ToUnixTimeSeconds();
        var end = options.EndTime.ToUnixTimeSeconds();
        if (start < 0 || end <= start || end > FieldNumber.MillisecondsFrom)
        {
            throw new FlowLogException(
                "InvalidTimeRange",
                FlowErrorKind.InvalidArgument,
                $"A sample needs a second at least, between the years 1970 and 5138; {options.StartTime:u} to {options.EndTime:u} has none.");
        }
    }

    /// <summary>The records. Each enumeration generates them anew, and they are the same.</summary>
    public IEnumerable<FlowLogSampleRecord> Records()
    {
        var stream = new SampleStream(_options);
        var slab = new RecordSlab();
        var line = new byte[stream.MaxLength];
        while (Next(stream, slab, line) is { } record)
            yield return record;
    }

    /// <summary>Writes the records as lines of UTF-8, each with a line feed.</summary>
    /// <param name="output">Takes the lines; it is neither flushed nor closed.</param>
    /// <param name="hasHeader">Whether a line with the names of the fields comes first, as in the files in S3.</param>
    /// <param name="report">Is told from time to time how many records have been written.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What there is to be found in the log, scenario by scenario.</returns>
    public IReadOnlyList<FlowLogSampleSummary> Write(
        Stream output, bool hasHeader, Action<long>? report = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (hasHeader)
            output.Write(Encoding.UTF8.GetBytes(string.Join(' ', _options.Format.Fields.Select(static field => field.Name)) + "\n"));

        var stream = new SampleStream(_options);
        var block = new byte[Math.Max(BlockSize, 2 * stream.MaxLength)];
        var (used, written) = (0, 0L);
        while (stream.Write(block.AsSpan(used), out _) is > 0 and var length)
        {
            used += length;
            block[used++] = (byte)'\n';
            written++;
            if (block.Length - used > stream.MaxLength)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            output.Write(block.AsSpan(0, used));
            used = 0;
            report?.Invoke(written);
        }

        output.Write(block.AsSpan(0, used));
        return stream.Summarize();
    }

    /// <summary>Writes the records to a file: text, or gzip where its name ends in <c>.gz</c>.</summary>
    /// <param name="path">The file. What was written is removed where the writing fails or is cancelled.</param>
    /// <param name="overwrite">Whether a file that is there already is written over.</param>
    /// <param name="hasHeader">Whether a line with the names of the fields comes first, as in the files in S3.</param>
    /// <param name="report">Is told from time to time how many records have been written.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>What there is to be found in the log, scenario by scenario.</returns>
    /// <exception cref="FlowLogException">
    /// <c>FileExists</c>, <c>PathNotFound</c> (the folder), <c>PathAccessDenied</c>, <c>PathNotWritable</c>.
    /// </exception>
    public IReadOnlyList<FlowLogSampleSummary> WriteFile(
        string path, bool overwrite, bool hasHeader, Action<long>? report = null, CancellationToken cancellationToken = default) =>
        SampleFile.Write(path, overwrite, output => Write(output, hasHeader, report, cancellationToken));

    private static FlowLogSampleRecord? Next(SampleStream stream, RecordSlab slab, Span<byte> line)
    {
        var length = stream.Write(line, out var scenario);
        return length == 0 ? null : new(slab.Add(new LineFields(line[..length], stream.Bounds), stream.Format), scenario);
    }
}
