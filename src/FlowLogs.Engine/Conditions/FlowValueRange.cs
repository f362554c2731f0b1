using System.Runtime.InteropServices;

namespace FlowLogs.Conditions;

/// <summary>What is known of several values of one field before they are read: the least and the greatest of them.</summary>
/// <param name="Min">The text of the least value; empty where nothing is known of the values.</param>
/// <param name="Max">The text of the greatest value.</param>
/// <param name="IsOrdered">Whether the values are whole numbers, of which all lie between the two.</param>
/// <param name="MayBeMissing">Whether some may be missing.</param>
/// <param name="HasValues">Whether some may not be missing.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlowValueRange(
    ReadOnlyMemory<byte> Min,
    ReadOnlyMemory<byte> Max,
    bool IsOrdered,
    bool MayBeMissing,
    bool HasValues)
{
    /// <summary>Whether all values that are not missing are the same.</summary>
    internal bool IsSingle => !Min.IsEmpty && Min.Span.SequenceEqual(Max.Span);
}
