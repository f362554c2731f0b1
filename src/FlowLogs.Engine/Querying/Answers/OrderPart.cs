using System.Runtime.InteropServices;

namespace FlowLogs.Querying.Answers;

/// <summary>A number that groups are ordered by where all parts before it are equal.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Index">The place of that among the keys, the sums or the counted fields.</param>
/// <param name="Next">The part behind all that are made of the same.</param>
/// <param name="Offset">Of a stored text: where its part begins.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderPart(OrderPartKind Kind, int Index, int Next, int Offset = 0);
