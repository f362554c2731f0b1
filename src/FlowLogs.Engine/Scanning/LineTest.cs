using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>Decides about lines of one format before records are made of them.</summary>
internal abstract class LineTest
{
    /// <summary>A field without which a record cannot be judged; null if there is none.</summary>
    public virtual FlowFieldId? NeededField => null;

    /// <summary>Whether the line is wanted. Its numbers have been checked.</summary>
    public abstract bool IsMatch(in LineFields fields);
}
