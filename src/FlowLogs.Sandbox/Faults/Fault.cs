using System.Runtime.InteropServices;
using FlowLogs.Cloud;

namespace FlowLogs.Sandbox.Faults;

/// <summary>A fault that happens.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Variant">A number that chooses how.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fault(FlowSandboxFault Kind, uint Variant);
