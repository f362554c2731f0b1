using System.Text.RegularExpressions;
using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Conditions.Patterns;
using FlowLogs.Conditions.Values;
using FlowLogs.Filtering;
using FlowLogs.Filtering.Delimited;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions;

/// <content>
/// How conditions are made. Every test takes its result for a missing field, since its writers differ: a comparison with
/// <c>$null</c> in PowerShell can be true, one with <c>-</c> in a CloudWatch Logs pattern is one with a text.
/// </content>
public abstract partial class FlowExpression
{
    private const long TicksPerMillisecond = TimeSpan.TicksPerMillisecond;

    /// <summary>The condition that every record meets.</summary>
    public static FlowExpression True => ConstantExpression.True;

    /// <summary>The condition that no record meets.</summary>
    public static FlowExpression False => ConstantExpression.False;

    /// <summary>All of the conditions; without any, true.</summary>
    public static FlowExpression All(params IEnumerable<FlowExpression> conditions) => new AllExpression([.. conditions]);

    /// <summary>One or more of the conditions; without any, false.</summary>
    public static FlowExpression Any(params IEnumerable<FlowExpression> conditions) => new AnyExpression([.. conditions]);

    /// <summary>True wherever the condition is false.</summary>
    public static FlowExpression Not(FlowExpression condition) => new NotExpression(condition);

    /// <summary>A field of the table, or one that only a format has.</summary>
    /// <param name="name">AWS's name (<c>pkt-srcaddr</c>) or that of a record's property (<c>PktSrcAddr</c>), in any case.</param>
    public static FlowField FindField(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FlowFields.Find(name.ToLowerInvariant())
            ?? FlowFields.All.FirstOrDefault(field => field.PropertyName.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? FlowField.Unknown(name);
    }

    /// <summary>The field is missing: the line has <c>-</c>, or the format lacks it.</summary>
    public static FlowExpression Missing(FlowField field) => new MissingTest(field, isNegated: false);

    /// <summary>Compares the number in a field, exactly; of a time field the number that the line has.</summary>
    /// <param name="field">A field that holds numbers.</param>
    /// <param name="comparison">The operator; the field stands on its left.</param>
    /// <param name="value">The constant on its right.</param>
    /// <param name="whenMissing">The result where the field is missing.</param>
    /// <exception cref="FlowLogException"><c>NotANumberField</c>: the field holds text.</exception>
    public static FlowExpression Number(FlowField field, ComparisonOperator comparison, decimal value, bool whenMissing) =>
        Number(field, Comparisons.Holding(comparison, number => ((decimal)number).CompareTo(value)), whenMissing);

    /// <summary>
    /// As the overload for <see cref="decimal"/>, but the field's number becomes a <see cref="double"/> first, so that
    /// those beyond 2^53 are rounded, as PowerShell does. Nothing but "not equal" holds for a constant that is no number.
    /// </summary>
    /// <inheritdoc cref="Number(FlowField, ComparisonOperator, decimal, bool)"/>
    public static FlowExpression Number(FlowField field, ComparisonOperator comparison, double value, bool whenMissing)
    {
        if (!double.IsNaN(value))
            return Number(field, Comparisons.Holding(comparison, number => ((double)number).CompareTo(value)), whenMissing);
        var all = comparison == ComparisonOperator.NotEqual;
        return Number(field, all ? RangeSet<long>.All : RangeSet<long>.Empty, whenMissing);
    }

    /// <summary>The number in a field lies in one of several ranges.</summary>
    /// <param name="field">A field that holds numbers.</param>
    /// <param name="ranges">The ranges.</param>
    /// <param name="whenMissing">The result where the field is missing.</param>
    /// <exception cref="FlowLogException"><c>NotANumberField</c>: the field holds text.</exception>
    public static FlowExpression NumberIn(FlowField field, IEnumerable<FlowNumberRange> ranges, bool whenMissing = false) =>
        Number(field, RangeSet<long>.Of(ranges.Select(static range => (range.From, range.To))), whenMissing);

    /// <summary>Compares the time in a field. Fields have whole seconds or milliseconds, the constant may lie between.</summary>
    /// <param name="field">A field that holds times.</param>
    /// <param name="comparison">The operator; the field stands on its left.</param>
    /// <param name="value">The constant on its right.</param>
    /// <param name="whenMissing">The result where the field is missing.</param>
    /// <exception cref="FlowLogException"><c>NotATimeField</c>: the field holds something else.</exception>
    public static FlowExpression Time(FlowField field, ComparisonOperator comparison, DateTimeOffset value, bool whenMissing)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Type != FlowFieldType.Time)
            throw Unfit("NotATimeField", field, "a time");
        var ticks = (Int128)(value.UtcTicks - DateTime.UnixEpoch.Ticks);
        return new TimeTest(
            field,
            Comparisons.Holding(comparison, milliseconds => ((Int128)milliseconds * TicksPerMillisecond).CompareTo(ticks)),
            whenMissing);
    }

    /// <summary>The text of a field is one of several. The text is what the line has: <c>022</c> is not <c>22</c>.</summary>
    /// <param name="field">The field.</param>
    /// <param name="texts">
    /// The texts, compared by the numbers of their characters. The text <c>-</c> is that of no field: it stands for none.
    /// </param>
    /// <param name="ignoreCase">Whether case does not matter, as in <see cref="StringComparison.OrdinalIgnoreCase"/>.</param>
    /// <param name="whenMissing">The result where the field is missing.</param>
    public static FlowExpression Text(FlowField field, IEnumerable<string> texts, bool ignoreCase, bool whenMissing = false) =>
        new TextTest(field, new TextSet(texts.Where(static text => text is not ("" or "-")), ignoreCase), isNegated: false, whenMissing);

    /// <summary>The text of a field matches a text with wildcards, all of it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="pattern">
    /// The text: <c>*</c> is any number of characters, <c>?</c> one, as PowerShell counts them (UTF-16).
    /// </param>
    /// <param name="ignoreCase">Whether case does not matter.</param>
    /// <param name="whenMissing">The result where the field is missing.</param>
    public static FlowExpression Like(FlowField field, string pattern, bool ignoreCase, bool whenMissing = false) =>
        new WildcardTest(field, new Glob(pattern, ignoreCase), isNegated: false, whenMissing);

    /// <summary>A regular expression finds something in the text of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="regex">The expression with its options. Its time limit holds for each record.</param>
    /// <param name="whenMissing">The result where the field is missing.</param>
    public static FlowExpression Match(FlowField field, Regex regex, bool whenMissing = false) =>
        new RegexTest(field, regex, isNegated: false, whenMissing);

    /// <summary>
    /// What a delimited CloudWatch Logs pattern says of the records of a format: its slots are the format's fields by their
    /// place. The two agree on every line that AWS writes, that is, where no field starts with a quotation mark or an opening
    /// bracket, which patterns take off, and none has a control character, some of which separate fields there.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="format">The format.</param>
    /// <returns>
    /// The condition; null where the pattern is not delimited, or its last slot has a condition and takes several fields.
    /// </returns>
    public static FlowExpression? FromPattern(FilterPattern pattern, FlowLogFormat format)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(format);
        return pattern.Compiled is DelimitedPattern delimited ? PatternReader.Read(delimited, format) : null;
    }

    /// <summary>
    /// The field holds an address of one of several networks, however it is written. IPv4 addresses have four decimal
    /// numbers without leading zeros (RFC 6943), an IPv4-mapped IPv6 address (<c>::ffff:10.0.0.1</c>) belongs to IPv6
    /// networks only; AWS writes neither. A text that is no address is in no network.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="networks">The networks; a single address is one, too.</param>
    /// <param name="whenMissing">The result where the field is missing.</param>
    public static FlowExpression InNetwork(FlowField field, IEnumerable<FlowNetwork> networks, bool whenMissing = false) =>
        new NetworkTest(field, [.. networks], isNegated: false, whenMissing);

    private static NumberTest Number(FlowField field, RangeSet<long> ranges, bool whenMissing)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Type == FlowFieldType.Text
            ? throw Unfit("NotANumberField", field, "a number")
            : new NumberTest(field, ranges, whenMissing);
    }

    private static FlowLogException Unfit(string errorId, FlowField field, string what) =>
        new(errorId, FlowErrorKind.InvalidArgument, $"The field {field.Name} does not hold {what}.", field.Name);
}
