using System.Runtime.Intrinsics;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Numbers as decimal digits, sixteen at once: ids and times are most of what a page has beside its messages.</summary>
internal static class Digits
{
    /// <summary>The first number that has more than sixteen digits.</summary>
    public const ulong TenQuadrillion = 10_000_000_000_000_000;

    /// <summary>Writes a number below <see cref="TenQuadrillion"/> with zeros in front. Of a larger one something is written.</summary>
    public static void WriteSixteen(ulong value, Span<byte> digits)
    {
        var (high, low) = Math.DivRem(value, 100_000_000);
        var fours = Vector128.Create((uint)high / 10_000, (uint)high % 10_000, (uint)low / 10_000, (uint)low % 10_000);
        // Each four becomes two twos, and each two becomes two digits; the quotients are exact for such small numbers.
        var hundreds = Vector128.ShiftRightLogical(fours * 10_486u, 20);
        var twos = (hundreds | Vector128.ShiftLeft(fours - (hundreds * 100u), 16)).AsUInt16();
        var tens = Vector128.ShiftRightLogical(twos * (ushort)103, 10);
        var ones = (tens | Vector128.ShiftLeft(twos - (tens * (ushort)10), 8)).AsByte();
        (ones | Vector128.Create((byte)'0')).CopyTo(digits);
    }
}
