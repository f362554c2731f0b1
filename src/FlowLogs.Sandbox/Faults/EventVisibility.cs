using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Faults;

/// <summary>Hides events that come late, for some seconds after they came in or the sandbox was started.</summary>
internal sealed class EventVisibility(LogStore store, FaultPlan plan)
{
    private readonly long _start = store.Now;

    public bool IsVisible(in LogEvent asked) =>
        plan.LatenessOf(asked.Sequence) is var lateness
        && (lateness == 0 || store.Now >= Math.Max(asked.IngestionTime, _start) + lateness);
}
