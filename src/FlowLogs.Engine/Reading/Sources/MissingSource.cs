namespace FlowLogs.Reading;

/// <summary>Something that cannot be read, in its place among others.</summary>
internal sealed class MissingSource(string name, FlowLogException problem) : FlowSource
{
    public override string Name => name;

    public override bool IsSmall => true;

    public override Stream Open() => throw problem;

    public override FlowLogException Describe(Exception error) => problem;
}
