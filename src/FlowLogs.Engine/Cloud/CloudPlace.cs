namespace FlowLogs.Cloud;

/// <summary>Where the calls of a connection go, for whatever is counted by place.</summary>
/// <param name="Region">The Region's code.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Account">A word that stands for the credentials' account; never a secret.</param>
public sealed record CloudPlace(string Region, Uri Endpoint, string Account);
