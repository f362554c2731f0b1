namespace FlowLogs.Shell;

/// <summary>The caller asked for something that cannot be; the message says what.</summary>
internal sealed class UsageException(string message) : Exception(message);
