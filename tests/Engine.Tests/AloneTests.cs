namespace FlowLogs.Tests;

/// <summary>
/// Tests that measure memory run while no other test does. Others change that of the process; and they change what the
/// runtime keeps, its pools and caches, so that an operation that allocates nothing may have to fill them again.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "Alone";
}
