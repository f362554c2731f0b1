using System.Runtime.InteropServices;

namespace FlowLogs.Reading.Objects;

/// <summary>A stretch of time.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeSlot(DateTimeOffset Start, DateTimeOffset End);
