using System.Globalization;

namespace FlowLogs.Tests.Filtering;

/// <summary>How long the random tests run: FLOWLOGS_FUZZ is the number of cases, FLOWLOGS_FUZZ_SEED what they start from.</summary>
internal static class FuzzSettings
{
    public static int Cases(int usual) => Read("FLOWLOGS_FUZZ", usual);

    public static Random Start() => new(Read("FLOWLOGS_FUZZ_SEED", 20260916));

    private static int Read(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;
}
