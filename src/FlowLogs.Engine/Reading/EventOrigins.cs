using System.Runtime.InteropServices;
using FlowLogs.Cloud;
using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>What is known of the events whose messages are lines of one text.</summary>
/// <param name="logGroupName">Their log group.</param>
/// <param name="page">The events; null where the lines are of none.</param>
/// <param name="first">The event of the next line.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct EventOrigins(string logGroupName, LogEventPage? page, int first)
{
    /// <summary>What is known of the event of a line, by its number from the next one on.</summary>
    public RecordOrigin this[int line] => page is null ? RecordOrigin.None : page.OriginOf(first + line, logGroupName);
}
