using System.Runtime.InteropServices;

namespace FlowLogs.Sandbox.Store;

/// <summary>An event where it lies.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Events">Events of the stream.</param>
/// <param name="Index">Its index among them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredEvent(LogStream Stream, EventSnapshot Events, int Index)
{
    /// <summary>The event.</summary>
    public ref readonly LogEvent Event => ref Events[Index];
}
