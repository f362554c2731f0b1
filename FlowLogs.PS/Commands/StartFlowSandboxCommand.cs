using System.Collections;
using System.Globalization;
using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsLifecycle.Start, "FlowSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(FlowSandbox))]
public sealed class StartFlowSandboxCommand : FlowCommand
{
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    [Parameter]
    public int Seed { get; set; } = 1;

    [Parameter]
    public SwitchParameter Live { get; set; }

    [Parameter]
    [ValidateNotNull]
    public IDictionary SubscriptionDestination { get; set; } = new Hashtable();

    [Parameter]
    [ValidateSet(
        nameof(FlowSandboxFault.Throttling),
        nameof(FlowSandboxFault.ServerError),
        nameof(FlowSandboxFault.Reset),
        nameof(FlowSandboxFault.Truncate),
        nameof(FlowSandboxFault.Slow),
        nameof(FlowSandboxFault.EmptyPages),
        nameof(FlowSandboxFault.RepeatedTokens),
        nameof(FlowSandboxFault.ExpiredTokens),
        nameof(FlowSandboxFault.DuplicateEvents),
        nameof(FlowSandboxFault.LateEvents),
        nameof(FlowSandboxFault.OutOfOrderPages))]
    public string[] Fault { get; set; } = [];

    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double FaultRate { get; set; } = 0.1;

    protected override void ProcessRecord() => Run(() =>
    {
        if (!ShouldProcess(Port == 0 ? "127.0.0.1" : $"127.0.0.1:{Port}", "Start sandbox"))
            return;
        WriteObject(Sandboxes.Start(new FlowSandboxOptions(Port, Seed)
        {
            IsLive = Live,
            Faults = [.. Fault.Select(static name => Enum.Parse<FlowSandboxFault>(name, ignoreCase: true))],
            FaultRate = FaultRate,
            SubscriptionDestinations = ReadDestinations(),
        }));
    });

    private Dictionary<string, string> ReadDestinations()
    {
        var destinations = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry pair in SubscriptionDestination)
        {
            var place = Convert.ToString(pair.Value, CultureInfo.InvariantCulture) ?? "";
            destinations[Convert.ToString(pair.Key, CultureInfo.InvariantCulture) ?? ""] =
                place.Contains("://", StringComparison.Ordinal) ? place : GetUnresolvedProviderPathFromPSPath(place);
        }

        return destinations;
    }
}
