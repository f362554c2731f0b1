namespace FlowLogs.Sandbox.Samples;

/// <summary>A network interface of the sample network.</summary>
internal sealed record SampleInterface(string Id, string Address, string? AddressV6 = null);
