namespace FlowLogs.Filtering.Json;

/// <summary>What a condition asks of a value.</summary>
internal abstract class JsonTest
{
    /// <summary>
    /// Whether a value that exists passes; null if it is of a kind that cannot be asked, so that neither <c>=</c> nor
    /// <c>!=</c> holds.
    /// </summary>
    public abstract bool? Accepts(ReadOnlySpan<byte> json, JsonValue value);

    /// <summary>A clause that says what cannot be asked.</summary>
    public virtual string Refusal => ", and only text and numbers can be compared";

    /// <summary>What surprises in the test; null if nothing does.</summary>
    public virtual string? FindWarning() => null;
}
