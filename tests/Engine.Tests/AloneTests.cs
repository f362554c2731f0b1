namespace FlowLogs.Tests;

/// <summary>Tests that measure the whole process, such as its memory, run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "Alone";
}
