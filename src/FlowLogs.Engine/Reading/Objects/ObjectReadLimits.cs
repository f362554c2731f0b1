namespace FlowLogs.Reading.Objects;

/// <summary>How long an object's bytes are waited for, and how often they are asked for again.</summary>
/// <param name="Idle">For the next bytes of a connection.</param>
/// <param name="MaxTries">Tries in a row that gave no byte, the one that broke off included.</param>
/// <param name="FirstPause">Before the second try; twice as long before each further one.</param>
internal sealed record ObjectReadLimits(TimeSpan Idle, int MaxTries, TimeSpan FirstPause)
{
    public static readonly ObjectReadLimits Default = new(TimeSpan.FromSeconds(30), 5, TimeSpan.FromMilliseconds(250));
}
