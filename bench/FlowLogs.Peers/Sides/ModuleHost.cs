using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using FlowLogs.Bench.Shared;
using FlowLogs.Peers.Harness;
using Microsoft.PowerShell;

namespace FlowLogs.Peers.Sides;

/// <summary>A runspace of the PowerShell engine in this process with the built module: what is measured is what a user types.</summary>
internal sealed class ModuleHost : IDisposable
{
    public static readonly string Manifest = Path.Combine(Repository.Root, "out", "FlowLogs", "FlowLogs.psd1");

    private readonly Runspace _runspace;

    public ModuleHost()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        Run($"Import-Module {Quote(Manifest)}");
    }

    /// <summary>The version of the engine.</summary>
    public string Version => Run("$PSVersionTable.PSVersion");

    public bool Has(string command) => Run($"Get-Command {command} -ErrorAction Ignore").Length > 0;

    /// <param name="script">A script over the file, <c>$file</c>.</param>
    /// <param name="file">The file or pattern.</param>
    /// <param name="answer">A script that gives the answer, where the first gives none.</param>
    public Side Over(string script, string file, string? answer = null) => new("FlowLogs", () => Run(Bind(script, file)))
    {
        Answer = answer is null ? null : () => Run(Bind(answer, file)),
    };

    /// <summary>Runs a script. Any error ends it.</summary>
    /// <returns>What it gives, joined with commas.</returns>
    public string Run(string script)
    {
        using var shell = PowerShell.Create(_runspace);
        var results = shell.AddScript("$ErrorActionPreference = 'Stop'; " + script, useLocalScope: true).Invoke();
        return string.Join(',', results.Select(static one => Convert.ToString(one.BaseObject, CultureInfo.InvariantCulture)));
    }

    public void Dispose() => _runspace.Dispose();

    private static string Bind(string script, string file) => $"$file = {Quote(file)}; {script}";

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
