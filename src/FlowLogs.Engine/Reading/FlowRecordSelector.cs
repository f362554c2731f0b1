using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>Chooses among records that were read before, and counts them, as the readers do with lines. For one thread.</summary>
public sealed class FlowRecordSelector
{
    private readonly Func<FlowLogFormat, LineTest> _makeTest;
    private readonly SourceTally _tally;
    private readonly StartCheck _start;
    private FlowLogFormat? _format;
    private LineTest? _test;

    /// <summary>Makes a selector.</summary>
    /// <param name="options">What is wanted: times, condition and pattern; and the tally that counts.</param>
    public FlowRecordSelector(FlowReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _tally = options.Tally?.OpenSource() ?? new SourceTally();
        _makeTest = WantedTest.Of(options, _tally);
        _start = new StartCheck(options, source: null);
    }

    /// <summary>Whether a record is wanted.</summary>
    /// <param name="record">The record.</param>
    /// <param name="problem">Told once, of the first record that a time range cannot decide about (<c>NoStartField</c>).</param>
    public bool IsWanted(FlowLogRecord record, out FlowLogException? problem)
    {
        ArgumentNullException.ThrowIfNull(record);
        problem = null;
        _tally.Events++;
        if (_test is null || !ReferenceEquals(record.Format, _format))
            (_format, _test) = (record.Format, _makeTest(record.Format));
        return _test.IsMatch(record) && _start.Passes(record, out problem);
    }
}
