namespace FlowLogs.Sandbox.Store;

/// <summary>Events that have just come in.</summary>
internal sealed record IngestedEvents(LogGroup Group, LogStream Stream, ReadOnlyMemory<LogEvent> Events);
