using System.Diagnostics;
using System.Runtime.InteropServices;
using FlowLogs.Bench.Shared;

namespace FlowLogs.Peers.Harness;

/// <summary>Programs in processes of their own, on systems where a shell script can start them.</summary>
internal static partial class ChildProgram
{
    private const int Children = -1;
    private const int StartRounds = 9;

    /// <summary>Whether a program is on the path.</summary>
    public static bool Exists(string name) => !OperatingSystem.IsWindows() && Find(name) is not null;

    /// <summary>The file of a program on the path.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);

    /// <summary>A shell's command over a file, <c>$0</c>, which answers with what it prints.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="command">The command.</param>
    /// <param name="file">The file.</param>
    /// <param name="empty">A file of the kind with nothing in it: what that takes is the start, and is taken off.</param>
    public static Side Over(string name, string command, string file, string empty)
    {
        string[] arguments = ["-c", "export LC_ALL=C; " + command];
        var starts = Enumerable.Range(0, StartRounds).Select(_ => Usage.Of(() => Run("sh", [.. arguments, empty]), out var _)).ToList();
        return new Side(name, () => Run("sh", [.. arguments, file]).ReplaceLineEndings(","))
        {
            Start = new(
                Statistics.Median(starts.Select(static one => one.Seconds)),
                Statistics.Median(starts.Select(static one => one.Processor))),
        };
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it prints.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? text.TrimEnd()
            : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}.");
    }

    /// <summary>The processor time of all programs that were started and have ended.</summary>
    public static TimeSpan ProcessorTime()
    {
        if (OperatingSystem.IsWindows())
            return default;
        // Two times, in seconds and microseconds, are all that is looked at; what follows differs between systems.
        Span<long> usage = stackalloc long[64];
        _ = GetUsage(Children, ref MemoryMarshal.GetReference(usage));
        return Time(usage[0], usage[1]) + Time(usage[2], usage[3]);
    }

    private static TimeSpan Time(long seconds, long microseconds) =>
        TimeSpan.FromSeconds(seconds) + TimeSpan.FromMicroseconds((int)microseconds);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, ref long usage);
}
