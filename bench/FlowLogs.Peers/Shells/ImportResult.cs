using System.Globalization;
using FlowLogs.Bench.Shared;
using FlowLogs.Peers.Sides;

namespace FlowLogs.Peers.Shells;

/// <summary>What Import-Module takes in new shells, by turns with a module that has nothing in it.</summary>
/// <param name="Milliseconds">The median time.</param>
/// <param name="Over">The median of the differences between the two.</param>
/// <param name="Loaded">Assemblies that should not have been loaded.</param>
internal sealed record ImportResult(double Milliseconds, double Over, IReadOnlyList<string> Loaded)
{
    /// <summary>How many milliseconds more it may take.</summary>
    public const int Most = 100;

    private const int Rounds = 9;

    private static readonly string[] Late = ["AWSSDK.", "Amazon.", "FlowLogs.Aws", "FlowLogs.Parquet", "FlowLogs.Zstd", "FlowLogs.Sandbox"];

    public bool IsMet => Over <= Most && Loaded.Count == 0;

    public static ImportResult Run(Shell shell)
    {
        var ours = new List<double>();
        var differences = new List<double>();
        string[] names = [];
        for (var round = 0; round < Rounds; round++)
        {
            var (time, loaded) = Import(shell, ModuleHost.Manifest);
            names = loaded;
            ours.Add(time);
            differences.Add(time - Import(shell, Shell.BareModule).Time);
        }
        var late = names.Where(static name => Late.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
        return new(Statistics.Median(ours), Statistics.Median(differences), [.. late]);
    }

    private static (double Time, string[] Names) Import(Shell shell, string module)
    {
        var words = shell.Run("Measure-Import.ps1", module)[^1].Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture), words[1..]);
    }
}
