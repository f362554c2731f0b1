using FlowLogs.Records;
using FlowLogs.Samples.Scenarios;
using FlowLogs.Scanning;

namespace FlowLogs.Samples;

/// <summary>All records of a sample in the order of their start, one after the other, as lines.</summary>
internal sealed class SampleStream
{
    private readonly IReadOnlyList<SampleScenario> _scenarios;
    private readonly SampleTally[] _tallies;
    private readonly SampleLineWriter _writer;
    private readonly ushort[] _bounds;
    private long _left;

    public SampleStream(FlowLogSampleOptions options)
    {
        var network = new SampleNetwork(options.Seed);
        _scenarios = ScenarioPlan.Make(options, network);
        _tallies = [.. _scenarios.Select(static _ => new SampleTally())];
        Format = options.Format;
        _writer = new SampleLineWriter(options.Format, network);
        _bounds = new ushort[options.Format.Fields.Count + 1];
        _left = options.Count;
    }

    /// <summary>The most bytes that a line has, without a line feed.</summary>
    public int MaxLength => _writer.MaxLength;

    public FlowLogFormat Format { get; }

    /// <summary>What is around the fields of the line that was written last, as <see cref="LineFields"/> has it.</summary>
    public ReadOnlySpan<ushort> Bounds => _bounds;

    /// <summary>Writes the next record's line.</summary>
    /// <param name="line">Takes it; at least <see cref="MaxLength"/> bytes.</param>
    /// <param name="scenario">What the record belongs to.</param>
    /// <returns>The line's length; 0 after the last record.</returns>
    public int Write(Span<byte> line, out FlowScenario scenario)
    {
        var next = 0;
        for (var i = 1; i < _scenarios.Count; i++)
        {
            if (_scenarios[i].NextStart < _scenarios[next].NextStart)
                next = i;
        }

        scenario = _scenarios[next].Name;
        if (_left == 0)
            return 0;
        _left--;
        ref readonly var record = ref _scenarios[next].Take();
        _tallies[next].Add(record);
        return _writer.Write(record, line, _bounds);
    }

    /// <summary>What the records so far amount to, scenario by scenario.</summary>
    public IReadOnlyList<FlowLogSampleSummary> Summarize() =>
        [.. _tallies.Select((tally, i) => tally.Summarize(_scenarios[i].Name))];
}
