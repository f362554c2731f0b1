using System.Runtime.InteropServices;

namespace FlowLogs.Reading;

/// <summary>Lines beside each other that may be anything.</summary>
/// <param name="ItemsBefore">How many of the chunk's records stand before them.</param>
/// <param name="LineBefore">How many of its lines.</param>
/// <param name="Lines">How many lines they are.</param>
/// <param name="TextStart">Where their text begins among the text that the chunk has kept.</param>
/// <param name="TextLength">How long it is.</param>
/// <param name="End">Where they end in the file.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChunkGap(int ItemsBefore, long LineBefore, int Lines, int TextStart, int TextLength, long End);
