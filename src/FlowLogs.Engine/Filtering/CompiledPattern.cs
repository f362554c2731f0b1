namespace FlowLogs.Filtering;

/// <summary>A pattern of one of the kinds, ready to run.</summary>
internal abstract class CompiledPattern(string pattern)
{
    /// <summary>The whole pattern as it is written.</summary>
    public string Pattern { get; } = pattern;

    public abstract bool IsMatch(ReadOnlySpan<byte> message);

    /// <inheritdoc cref="FilterPattern.Extract"/>
    public virtual IReadOnlyList<KeyValuePair<string, string>> Extract(ReadOnlySpan<byte> message) => [];
}
