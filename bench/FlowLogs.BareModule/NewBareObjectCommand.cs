using System.Management.Automation;

namespace FlowLogs.BareModule;

/// <summary>Emits new objects, and reads nothing.</summary>
[Cmdlet(VerbsCommon.New, "BareObject")]
[OutputType(typeof(BareObject))]
public sealed class NewBareObjectCommand : PSCmdlet
{
    /// <summary>How many.</summary>
    [Parameter(Mandatory = true)]
    public int Count { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var start = DateTimeOffset.UnixEpoch;
        for (var i = 0; i < Count; i++)
        {
            WriteObject(new BareObject(
                2, "123456789012", "eni-0123456789abcdef0", "10.0.0.1", "10.0.0.2", i, 443, 6, i, i, start, "ACCEPT"));
        }
    }
}
