using FlowLogs.Conditions.Patterns;
using FlowLogs.Filtering;
using FlowLogs.Records;

namespace FlowLogs.Conditions;

/// <summary>
/// What a delimited CloudWatch Logs pattern can say of a condition on flow log records, and what it cannot. In such a
/// pattern each slot asks something of its own field, and all slots must agree.
/// </summary>
public sealed class ServerPattern
{
    internal ServerPattern(FilterPattern? pattern, FlowExpression? remainder, IReadOnlyList<string> reasons)
    {
        Pattern = pattern;
        Remainder = remainder;
        Reasons = reasons;
    }

    /// <summary>The strongest pattern that matches every line that meets the condition; null if there is none.</summary>
    public FilterPattern? Pattern { get; }

    /// <summary>
    /// What the lines that match must meet beside it, for lines of this format; null if the pattern says everything.
    /// </summary>
    public FlowExpression? Remainder { get; }

    /// <summary>Why the pattern does not say everything: a sentence for each part of the remainder.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>Whether the pattern matches exactly the lines that meet the condition.</summary>
    public bool IsExact => Remainder is null;

    /// <summary>
    /// Divides a condition between the service and the reader: a line meets it if it matches the pattern and meets the
    /// remainder. That is so for every line that can be read as a record of the format, however its values are spelled,
    /// unless a field starts with a quotation mark or an opening bracket or has a control character, which no field of AWS
    /// does. Lines of other formats, and lines that are no records, may not match the pattern: the reader then cannot
    /// report them.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="format">The format of the lines.</param>
    /// <returns>
    /// Without a pattern where it would say nothing; without either for a condition that always holds. Where no record can
    /// meet the condition, the remainder is false and nothing need be read.
    /// </returns>
    public static ServerPattern From(FlowExpression condition, FlowLogFormat format) => Build(condition, format, Spelling.Any);

    /// <summary>
    /// Writes a condition as a pattern for people to use, in metric filters for instance. It is exact for lines as AWS
    /// writes them: numbers without leading zeros, IPv4 addresses as four decimal numbers and none of IPv6 with a point,
    /// actions, statuses, types and ids in the case of the user guide "Flow log records", times in seconds. So an action in
    /// any case becomes <c>action = "REJECT"</c>, and <c>10.0.0.0/16</c> becomes <c>"10.0.*"</c>.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="format">The format of the lines.</param>
    /// <returns>
    /// Where it is not exact, the strongest wider pattern. A condition that always holds gives slots that ask nothing.
    /// </returns>
    public static ServerPattern Write(FlowExpression condition, FlowLogFormat format) => Build(condition, format, Spelling.Aws);

    private static ServerPattern Build(FlowExpression condition, FlowLogFormat format, Spelling spelling)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(format);
        return new PatternBuilder(format, spelling).Build(condition);
    }
}
