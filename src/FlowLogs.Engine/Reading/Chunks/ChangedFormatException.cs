namespace FlowLogs.Reading;

/// <summary>
/// In the middle of a file, what lines mean has changed, after lines behind that place were read and given away. The file is
/// to be read anew, by one thread.
/// </summary>
internal sealed class ChangedFormatException() : Exception("The lines of the file change their meaning.");
