using System.Runtime.InteropServices;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>The room that is left on a page of events.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PageBudget(int? limit)
{
    private int _events = limit ?? EventLimits.MaxEvents;
    private int _bytes = EventLimits.MaxBytes;

    /// <summary>Takes the room for one event; false if the page is full.</summary>
    public bool TryTake(in LogEvent taken)
    {
        var size = taken.Message.Length + EventLimits.Overhead;
        if (_events == 0 || size > _bytes)
            return false;
        _events--;
        _bytes -= size;
        return true;
    }
}
