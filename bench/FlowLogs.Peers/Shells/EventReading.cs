using FlowLogs.Bench.Shared;
using FlowLogs.Peers.Harness;

namespace FlowLogs.Peers.Shells;

/// <summary>The measurement of bench/EventReading, which needs Python with boto3.</summary>
internal static class EventReading
{
    public const string Script = "bench/EventReading/Measure-EventReading.ps1";

    /// <summary>What it prints; null where there is no boto3.</summary>
    public static string[]? Run() => HasBoto() ? Shell.Host.RunFile(Path.Combine(Repository.Root, Script)) : null;

    private static bool HasBoto()
    {
        if (ChildProgram.Find("python3") is not { } python)
            return false;
        try
        {
            ChildProgram.Run(python, ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('boto3') is None)"]);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
