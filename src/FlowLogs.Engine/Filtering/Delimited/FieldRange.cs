using System.Runtime.InteropServices;

namespace FlowLogs.Filtering.Delimited;

/// <summary>Where a field's text stands in a line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldRange(int Start, int End)
{
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> line) => line[Start..End];
}
