using System.Runtime.Intrinsics;

namespace FlowLogs.Scanning;

/// <summary>
/// How many bits at a time bytes are looked at with: the widest that the processor has. The environment variable
/// <c>FLOWLOGS_VECTOR_BITS</c> (512, 256, 128, or 0 for none) chooses another one, so that all can be tested on one machine;
/// what the processor lacks, the runtime does with less.
/// </summary>
internal static class VectorWidth
{
    /// <summary>The variable's name.</summary>
    public const string Variable = "FLOWLOGS_VECTOR_BITS";

    // Read once, so that the compiler of the running program knows it and leaves out the others.
    public static readonly int Bits = Environment.GetEnvironmentVariable(Variable) switch
    {
        "512" => 512,
        "256" => 256,
        "128" => 128,
        "0" => 0,
        _ => Widest(),
    };

    private static int Widest()
    {
        if (Vector512.IsHardwareAccelerated)
            return 512;
        if (Vector256.IsHardwareAccelerated)
            return 256;
        return Vector128.IsHardwareAccelerated ? 128 : 0;
    }
}
