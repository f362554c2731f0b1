using FlowLogs.Bench.Shared;
using FlowLogs.Peers.Harness;
using FlowLogs.Peers.Sides;

namespace FlowLogs.Peers.Shells;

/// <summary>A PowerShell in a process of its own: pwsh where there is one, else the host of this repository.</summary>
internal sealed class Shell
{
    private const string Variable = "FLOWLOGS_PWSH";

    // Debug or Release, as this program was built.
    private static readonly string Configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    private readonly string _program;
    private readonly string[] _first;

    private Shell(string program, params string[] first)
    {
        _program = program;
        _first = first;
    }

    /// <summary>The host of this repository, without the cmdlets of Utility and Management.</summary>
    public static Shell Host { get; } = new(
        "dotnet", Path.Combine(Repository.Root, "src", "FlowLogs.Shell", "bin", Configuration, "net10.0", "FlowLogs.Shell.dll"));

    public static string BareModule { get; } =
        Path.Combine(Repository.Root, "bench", "FlowLogs.BareModule", "bin", Configuration, "net8.0", "FlowLogs.BareModule.dll");

    /// <summary>What is called the shell on the page.</summary>
    public string Name { get; private init; } = "the host of this repository (`src/FlowLogs.Shell`)";

    /// <summary>Whether all cmdlets are there.</summary>
    public bool IsFull { get; private init; }

    /// <summary>The full shell that FLOWLOGS_PWSH or the path names, else the host.</summary>
    public static Shell Find()
    {
        var program = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : ChildProgram.Find("pwsh");
        return program is null ? Host : new Shell(program, "-NoProfile", "-File")
        {
            Name = "PowerShell " + ChildProgram.Run(program, ["-NoProfile", "-Command", "$PSVersionTable.PSVersion.ToString()"]),
            IsFull = true,
        };
    }

    /// <summary>Runs a script of the Scripts folder with the module's manifest as its first argument.</summary>
    /// <returns>The lines that it prints.</returns>
    public string[] Run(string script, params string[] arguments) =>
        RunFile(Path.Combine(AppContext.BaseDirectory, "Scripts", script), [ModuleHost.Manifest, .. arguments]);

    /// <summary>Runs any script.</summary>
    public string[] RunFile(string path, params string[] arguments) =>
        ChildProgram.Run(_program, [.. _first, path, .. arguments]).Split(Environment.NewLine);
}
