using System.Runtime.InteropServices;

namespace FlowLogs.Filtering.Syntax;

/// <summary>Where a part of a pattern stands in it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PatternSpan(int Start, int End)
{
    public string In(string pattern) => pattern[Start..End];
}
