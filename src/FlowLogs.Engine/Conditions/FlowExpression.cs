using FlowLogs.Conditions.Binding;
using FlowLogs.Conditions.Rewriting;
using FlowLogs.Records;

namespace FlowLogs.Conditions;

/// <summary>
/// A condition on flow log records: a tree of tests on single fields, joined by "and", "or" and "not". It knows neither
/// who wrote it nor who will run it. Every part is true or false: each test says what it is for a field that is missing,
/// that is, has <c>-</c> or is not in the format. Immutable; several threads may use one at the same time.
/// </summary>
public abstract partial class FlowExpression
{
    // The last format and what the condition has become for it; sources of one kind mostly share their format.
    private BoundCondition? _bound;

    private protected FlowExpression()
    {
    }

    /// <summary>Whether a record meets the condition.</summary>
    /// <param name="record">The record.</param>
    public bool IsMatch(FlowLogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Bind(record.Format).IsMatch(record);
    }

    /// <summary>
    /// The same condition in a simpler form: without "not" but at tests that have no opposite, joints within joints made
    /// one, tests on the same field joined, what is said twice said once, and what is always or never true left out.
    /// </summary>
    public FlowExpression Simplify() => Simplifier.Simplify(this);

    /// <summary>The condition as people write it, in the terms of the log: <c>dstport = 22 and action = "REJECT"</c>.</summary>
    public abstract override string ToString();

    /// <summary>The condition for lines of one format.</summary>
    internal BoundCondition Bind(FlowLogFormat format)
    {
        var bound = _bound;
        if (bound is null || !ReferenceEquals(bound.Format, format))
            _bound = bound = new BoundCondition(this, format);
        return bound;
    }

    /// <summary>What holds whenever this does not. "Not" moves down to the tests.</summary>
    internal abstract FlowExpression Negate();

    /// <summary>As text within an "and" or a "not".</summary>
    internal virtual string ToPartString() => ToString();
}
