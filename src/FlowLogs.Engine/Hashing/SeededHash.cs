using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace FlowLogs.Hashing;

/// <summary>
/// Hashes by multiplication to 128 bits. They begin with a number of the process's own: what stands in a log is chosen by
/// others, and must not be chosen so that all of it has one hash.
/// </summary>
internal static class SeededHash
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>The hash of a key of cells. Its lower half is for slots; its highest bits tell parts of a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<ulong> cells)
    {
        var hash = Seed;
        foreach (var cell in cells)
            hash = Mix(hash ^ cell);
        return hash;
    }

    /// <summary>The hash of a text's bytes.</summary>
    public static uint OfText(ReadOnlySpan<byte> text)
    {
        var hash = Mix(Seed ^ (ulong)text.Length);
        if (text.Length < sizeof(ulong))
        {
            Span<byte> all = stackalloc byte[sizeof(ulong)];
            all.Clear();
            text.CopyTo(all);
            return (uint)Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(all));
        }

        // The last eight bytes may overlap those before them.
        var last = BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
        for (; text.Length > sizeof(ulong); text = text[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
        return (uint)Mix(hash ^ last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value) => Math.BigMul(value, Factor, out var low) ^ low;
}
