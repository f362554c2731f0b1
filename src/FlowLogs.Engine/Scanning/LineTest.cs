namespace FlowLogs.Scanning;

/// <summary>Decides about lines of one format before records are made of them.</summary>
internal abstract class LineTest
{
    /// <summary>Whether the line is wanted. Its numbers have been checked.</summary>
    public abstract bool IsMatch(in LineFields fields);
}
