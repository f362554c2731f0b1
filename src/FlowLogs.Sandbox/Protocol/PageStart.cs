namespace FlowLogs.Sandbox.Protocol;

/// <summary>The row behind which a page begins: what the rows are sorted by.</summary>
internal readonly record struct PageStart(long Number, string Name);
