using System.Text;

namespace FlowLogs.Peers.Data;

/// <summary>
/// The texts that the lines are made of: ten thousand clients, forty servers with an interface each. Every server's texts
/// are the same for any number of lines.
/// </summary>
internal static class FlowText
{
    public const int ClientCount = 10_000;

    public static byte[][] Clients { get; } = Make(ClientCount, static i => $"198.{18 + i / 8192}.{i / 32 % 256}.{i % 32 * 7 + 3}");

    public static byte[][] Servers { get; } = Make(40, static i => $"10.0.{i / 8}.{10 + i * 13 % 240}");

    public static byte[][] Interfaces { get; } = Make(40, static i => $"eni-0{0xa1b2c3d4e5f607 + (long)i * 0x10007:x16}");

    private static byte[][] Make(int count, Func<int, string> text) =>
        [.. Enumerable.Range(0, count).Select(i => Encoding.ASCII.GetBytes(text(i)))];
}
