using System.Globalization;

namespace FlowLogs.Tests.Sandbox;

/// <summary>Numbers as they stand in a log.</summary>
internal static class Invariant
{
    public static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
