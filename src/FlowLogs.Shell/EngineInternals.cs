using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace FlowLogs.Shell;

/// <summary>
/// The one thing this host needs that the engine keeps to itself. The version of the engine is pinned, and the runner's
/// own tests ask for exit codes, so that a change there does not go unnoticed.
/// </summary>
internal static class EngineInternals
{
    private const string ExecutionContext = "System.Management.Automation.ExecutionContext, System.Management.Automation";

    /// <summary>
    /// Makes <c>exit</c> in the script file that runs next end the pipeline and reach the host, as <c>pwsh -File</c>
    /// has it. Otherwise it sets <c>$LASTEXITCODE</c>, and cannot be told from a native program that failed.
    /// </summary>
    public static void LetExitEndThePipeline(Runspace runspace) => SetRethrowExit(GetContext(runspace), value: true);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_ExecutionContext")]
    [return: UnsafeAccessorType(ExecutionContext)]
    private static extern object GetContext(Runspace runspace);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ScriptCommandProcessorShouldRethrowExit")]
    private static extern void SetRethrowExit([UnsafeAccessorType(ExecutionContext)] object context, bool value);
}
