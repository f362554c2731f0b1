using System.Management.Automation;

namespace FlowLogs.PS.Conditions;

/// <summary>
/// Runs a script block on records with Where-Object itself, so that <c>$_</c>, scopes, errors and everything else are
/// as they are there.
/// </summary>
internal sealed class ScriptFilter : IDisposable
{
    private readonly SteppablePipeline _whereObject;

    public ScriptFilter(ScriptBlock block)
    {
        _whereObject = ScriptBlock.Create(@"param($block) Microsoft.PowerShell.Core\Where-Object -FilterScript $block")
            .GetSteppablePipeline(CommandOrigin.Internal, [block]);
        _whereObject.Begin(expectInput: true);
    }

    /// <summary>Whether the block wants a record.</summary>
    public bool IsMatch(object record) => _whereObject.Process(record).Length > 0;

    public void Dispose()
    {
        _whereObject.End();
        _whereObject.Dispose();
    }
}
