namespace FlowLogs.Filtering;

/// <summary>A pattern of one of the kinds, ready to run.</summary>
internal abstract class CompiledPattern(string pattern)
{
    /// <summary>The whole pattern as it is written.</summary>
    public string Pattern { get; } = pattern;

    public abstract bool IsMatch(ReadOnlySpan<byte> message);

    /// <inheritdoc cref="FilterPattern.Extract"/>
    public virtual IReadOnlyList<KeyValuePair<string, string>> Extract(ReadOnlySpan<byte> message) => [];

    /// <inheritdoc cref="FilterPattern.Explain"/>
    public abstract FilterExplanation Explain(ReadOnlySpan<byte> message);

    /// <inheritdoc cref="FilterPattern.Warnings"/>
    public abstract IEnumerable<string> FindWarnings();

    protected FilterExplanation Explain(Failure failure) =>
        new(false, failure.Span.In(Pattern), failure.Span.Start, failure.Value, failure.Reason);

    /// <summary>A message that has not got the form that patterns of this kind ask for.</summary>
    protected static FilterExplanation Explain(string reason) => new(false, null, null, null, reason);
}
