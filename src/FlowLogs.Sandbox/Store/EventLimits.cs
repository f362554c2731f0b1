namespace FlowLogs.Sandbox.Store;

/// <summary>The service's limits on uploads and pages.</summary>
internal static class EventLimits
{
    /// <summary>What the service counts for an event on top of its message, in bytes.</summary>
    public const int Overhead = 26;

    /// <summary>The most that an upload, an event or a page may hold, counted with <see cref="Overhead"/>.</summary>
    public const int MaxBytes = 1_048_576;

    /// <summary>The most events that an upload or a page may hold.</summary>
    public const int MaxEvents = 10_000;

    /// <summary>How old an event may be when it is uploaded, in milliseconds: 14 days.</summary>
    public const long MaxAge = 14L * 24 * 60 * 60 * 1000;

    /// <summary>How far in the future an uploaded event may lie, in milliseconds: 2 hours.</summary>
    public const long MaxLead = 2L * 60 * 60 * 1000;

    /// <summary>The longest time from the first to the last event of an upload, in milliseconds: 24 hours.</summary>
    public const long MaxSpan = 24L * 60 * 60 * 1000;
}
