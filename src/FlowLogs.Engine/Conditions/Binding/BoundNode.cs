using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>A part of a condition that knows the columns of its fields.</summary>
internal abstract class BoundNode : LineTest;
