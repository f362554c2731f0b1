using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>Counts the records that tell of no traffic or of lost records, before it is tried whether they are wanted.</summary>
/// <param name="column">The column of the status; -1 where the format has none.</param>
/// <param name="range">The test of the time range alone; null for all times.</param>
/// <param name="wanted">The test of all that is wanted; null for everything.</param>
/// <param name="tally">Takes the counts.</param>
internal sealed class StatusTest(int column, LineTest? range, LineTest? wanted, SourceTally tally) : LineTest
{
    public override FlowFieldId? NeededField => range is null ? null : FlowFieldId.Start;

    public override bool IsMatch(in LineFields fields)
    {
        // By far most have "OK".
        if (column >= 0 && fields.LengthOf(column) > 2)
            Count(fields);
        return wanted?.IsMatch(fields) != false;
    }

    public override int Choose(in LineRun run, Span<ushort> lines)
    {
        if (column >= 0 && run.LongestOf(column) > 2)
        {
            foreach (var line in lines)
            {
                if (run.LengthOf(line, column) > 2)
                    Count(run[line]);
            }
        }

        return wanted?.Choose(run, lines) ?? lines.Length;
    }

    private void Count(in LineFields fields)
    {
        if (range?.IsMatch(fields) == false)
            return;
        if (fields[column].SequenceEqual("SKIPDATA"u8))
            tally.SkipData++;
        else if (fields[column].SequenceEqual("NODATA"u8))
            tally.NoData++;
    }
}
