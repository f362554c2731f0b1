using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>Decides about lines of one format before records are made of them.</summary>
internal abstract class LineTest
{
    /// <summary>A field without which a record cannot be judged; null if there is none.</summary>
    public virtual FlowFieldId? NeededField => null;

    /// <summary>Whether the line is wanted. Its numbers have been checked.</summary>
    public abstract bool IsMatch(in LineFields line);

    /// <summary>Whether a record of the format is wanted.</summary>
    public bool IsMatch(FlowLogRecord record) =>
        IsMatch(record.GetFields(stackalloc byte[record.LineLength], stackalloc ushort[record.Format.Fields.Count + 1]));

    /// <summary>Leaves the wanted ones of some lines, which have plain numbers.</summary>
    /// <param name="run">The lines.</param>
    /// <param name="lines">The numbers of those that are wanted so far; then, in its beginning, of those that still are.</param>
    /// <returns>How many these are.</returns>
    public virtual int Choose(in LineRun run, Span<ushort> lines)
    {
        var count = 0;
        foreach (var line in lines)
        {
            lines[count] = line;
            count += IsMatch(run[line]) ? 1 : 0;
        }

        return count;
    }
}
