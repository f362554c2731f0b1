using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using FlowLogs.Bench.Shared;

namespace FlowLogs.Bench.Reporting;

/// <summary>Puts docs/performance.md together from the parts that the programs in bench/ have written.</summary>
internal static class PerformancePage
{
    // In the order of the page, with what writes them.
    private static readonly (string Name, string Source)[] Parts =
    [
        ("peers", "files beside other programs (`bench/FlowLogs.Peers`)"),
        ("events", "events beside boto3 (`bench/EventReading`, which needs Python with boto3)"),
        ("parts", "parts beside plain code (`bench/FlowLogs.Bench`)"),
        ("micro", "times of parts (`bench/FlowLogs.Micro`)"),
    ];

    public static string Write()
    {
        var page = new StringBuilder("Written by `build.ps1 -Task Bench`; do not edit.\n\n");
        page.Append("What is claimed are ratios within one run, since seconds are another machine's on another day.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"The machine: {Machine()}.\n");
        foreach (var (name, source) in Parts)
        {
            var part = Repository.Part(name);
            page.Append('\n').Append(File.Exists(part) ? File.ReadAllText(part).Trim() : $"Not measured in this run: {source}.").Append('\n');
        }
        var path = Path.Combine(Repository.Root, "docs", "performance.md");
        // The parts are pages of their own: here their headings are a level further down.
        File.WriteAllText(path, "# How fast it is\n\n" + page.Replace("\n#", "\n##"));
        return path;
    }

    private static string Machine()
    {
        var width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        return $"{Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture} with vectors of {width} bits, "
            + $"{RuntimeInformation.FrameworkDescription} on {OperatingSystemName()}";
    }

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux";
}
