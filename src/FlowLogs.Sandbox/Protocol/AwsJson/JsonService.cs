namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>A service that speaks AWS JSON.</summary>
/// <param name="TargetPrefix">What its targets begin with, the dot included.</param>
/// <param name="ContentType">The type of its answers, which tells the version of the protocol.</param>
/// <param name="Operations">What it can do.</param>
internal sealed record JsonService(string TargetPrefix, string ContentType, IReadOnlyList<IJsonOperation> Operations);
