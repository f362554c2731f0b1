using System.Globalization;
using System.Text;

namespace FlowLogs.Scanning;

/// <summary>
/// Counts the lines of one source that are no records, so that a log whose lines do not fit its format is told of once, and
/// no source can flood the error stream.
/// </summary>
internal sealed class BadLines(string source)
{
    /// <summary>How many lines of one source are reported one by one; of the rest only the number is told.</summary>
    public const int MaxReported = 100;

    private const int MaxListed = 10;

    private readonly Dictionary<int, long> _moreByCount = [];
    private readonly List<long> _moreLines = [];
    private long _bad;
    private long _more;
    private long _lastLine;

    /// <summary>How many there were.</summary>
    public long Total { get; private set; }

    /// <summary>A line that is bad in itself. Gives the problem, or null past the number of those that are reported.</summary>
    public FlowLineException? Add(string errorId, long lineNumber, ReadOnlySpan<byte> line, string reason, string? fieldName = null)
    {
        Total++;
        return ++_bad > MaxReported ? null : Describe(errorId, lineNumber, line, reason, fieldName);
    }

    /// <summary>A line with the wrong number of fields. Gives the problem for the first line that has so many.</summary>
    public FlowLineException? AddCount(int count, long lineNumber, ReadOnlySpan<byte> line, string reason)
    {
        Total++;
        if (_moreByCount.Count < MaxReported && _moreByCount.TryAdd(count, 0))
            return Describe("FieldCount", lineNumber, line, reason);

        // Past that many different numbers of fields they are counted together.
        if (!_moreByCount.ContainsKey(count))
            count = -1;
        _moreByCount[count] = _moreByCount.GetValueOrDefault(count) + 1;
        _more++;
        if (_moreLines.Count < MaxListed && _lastLine != lineNumber)
            _moreLines.Add(lineNumber);
        _lastLine = lineNumber;
        return null;
    }

    public FlowLineException Describe(
        string errorId,
        long lineNumber,
        ReadOnlySpan<byte> line,
        string reason,
        string? fieldName = null,
        FlowErrorKind kind = FlowErrorKind.InvalidData)
    {
        var shown = line.Length > LineScanner.MaxLineLength ? line[..LineScanner.MaxLineLength] : line;
        return new FlowLineException(errorId, source, lineNumber, Encoding.UTF8.GetString(shown), reason, fieldName, kind);
    }

    /// <summary>At the end of the source: the lines that were not reported one by one.</summary>
    /// <param name="hint">How to make them fit, if that is known.</param>
    public IEnumerable<FlowLogException> Finish(string hint)
    {
        if (_more > 0)
        {
            yield return new FlowLogException(
                "MoreFieldCount",
                FlowErrorKind.InvalidData,
                string.Create(CultureInfo.InvariantCulture, $"{source}: {_more:N0} more lines have a number of fields that no format of the log has: {Counts()}. {Lines()}{hint}"),
                source);
        }

        if (_bad > MaxReported)
        {
            yield return new FlowLogException(
                "MoreBadLines",
                FlowErrorKind.InvalidData,
                string.Create(CultureInfo.InvariantCulture, $"{source}: {_bad - MaxReported:N0} more lines could not be read as flow log records ({_bad:N0} in all)."),
                source);
        }
    }

    // "15 fields in 3 lines, 2 fields in 1 line", the commonest first.
    private string Counts()
    {
        var counts = _moreByCount.Where(static pair => pair.Value > 0).OrderByDescending(static pair => pair.Value).ToList();
        var listed = counts.Take(MaxListed).Select(static pair => string.Create(
            CultureInfo.InvariantCulture,
            $"{(pair.Key < 0 ? "other numbers of" : pair.Key)} {(pair.Key == 1 ? "field" : "fields")} in {pair.Value:N0} {(pair.Value == 1 ? "line" : "lines")}"));
        return string.Join(", ", listed) + (counts.Count > MaxListed ? $", and {counts.Count - MaxListed} numbers more" : string.Empty);
    }

    private string Lines()
    {
        var all = string.Join(", ", _moreLines);
        return _moreLines.Count == MaxListed && _moreLines[^1] != _lastLine
            ? string.Create(CultureInfo.InvariantCulture, $"They are the lines {all} and others up to {_lastLine}.")
            : $"They are the lines {all}.";
    }
}
