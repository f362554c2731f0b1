using System.Globalization;
using System.Management.Automation.Host;

namespace FlowLogs.Shell.Hosting;

/// <summary>What the engine knows about the program it runs in.</summary>
internal sealed class ShellHost : PSHost
{
    /// <summary>The code that <c>exit</c> gave, once it was called.</summary>
    public int? RequestedExitCode { get; private set; }

    /// <summary>The console, as the engine sees it.</summary>
    public ShellInterface Interface { get; } = new();

    /// <inheritdoc/>
    public override PSHostUserInterface UI => Interface;

    /// <inheritdoc/>
    public override string Name => "FlowLogs.Shell";

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no nested prompt.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no nested prompt.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
        // Native programs use the console directly: there is nothing to hand over.
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
        // See above.
    }
}
