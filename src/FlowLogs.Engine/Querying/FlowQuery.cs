using FlowLogs.Conditions;
using FlowLogs.Records;

namespace FlowLogs.Querying;

/// <summary>
/// A question about flow log records: which ones, put into which groups, what to count of each, in which order. It says
/// nothing of where the records are or who answers. Immutable.
/// </summary>
public sealed record FlowQuery
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What a record must meet; null: nothing. Here this is the work of those who read the records (see
    /// <see cref="Reading.FlowReadOptions.Condition"/>), so that nothing is made of the others.
    /// </summary>
    public FlowExpression? Where { get; init; }

    /// <summary>The fields whose values make the groups. Without any, all records are one group.</summary>
    public IReadOnlyList<FlowField> GroupBy { get; init; } = [];

    /// <summary>The fields whose numbers are summed up. Missing ones are left out.</summary>
    public IReadOnlyList<FlowField> Sums { get; init; } = [];

    /// <summary>The fields whose different values are counted, exactly. Missing ones are left out.</summary>
    public IReadOnlyList<FlowField> Distinct { get; init; } = [];

    /// <summary>
    /// The length of time bins by the records' <c>start</c>, which divide the groups: whole seconds, from one. They are
    /// aligned to 1970-01-01T00:00Z. Null: no bins.
    /// </summary>
    public TimeSpan? Bin { get; init; }

    /// <summary>
    /// One of <see cref="Columns"/> that the groups are ordered by: counts and sums falling, fields and bins rising. Among
    /// equals, and where it is null, bin and fields decide, each rising. Missing values come first, then numbers and IPv4
    /// addresses by their value, then texts by their bytes.
    /// </summary>
    public FlowColumn? OrderBy { get; init; }

    /// <summary>How many groups are wanted, from 1: the first ones in this order. Null: all.</summary>
    public int? Top { get; init; }

    /// <summary>The columns of the answer, in order. The number of records is always one of them.</summary>
    public IReadOnlyList<FlowColumn> Columns =>
    [
        .. GroupBy.Select(static of => new FlowColumn(FlowColumnKind.Group, of)),
        new FlowColumn(FlowColumnKind.Count),
        .. Sums.Select(static of => new FlowColumn(FlowColumnKind.Sum, of)),
        .. Distinct.Select(static of => new FlowColumn(FlowColumnKind.Distinct, of)),
        .. Bin is null ? [] : new[] { new FlowColumn(FlowColumnKind.Bin) },
    ];

    /// <summary>The column of that name, or of AWS's name of its field, in any case.</summary>
    /// <exception cref="FlowLogException"><c>UnknownColumn</c>: the answer has none.</exception>
    public FlowColumn FindColumn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Columns.FirstOrDefault(column => column.IsNamed(name)) ?? throw new FlowLogException(
            "UnknownColumn",
            FlowErrorKind.InvalidArgument,
            $"The result has no column {name} to be ordered by; it has {Names()}.",
            name);
    }

    /// <summary>The field of that name: AWS's or that of a record's property, in any case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="formats">Formats of the records, which may have fields that the table lacks.</param>
    /// <exception cref="FlowLogException"><c>UnknownField</c>: there is none.</exception>
    public static FlowField FindField(string name, IEnumerable<FlowLogFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        var known = FlowExpression.FindField(name);
        if (known.Id is not null)
            return known;
        var given = formats.Select(format => (Format: format, Column: format.ColumnOf(name))).FirstOrDefault(static found => found.Column >= 0);
        return given.Format?.Fields[given.Column] ?? throw Invalid(
            "UnknownField",
            $"No field is called {name}. Get-Help about_FlowLogs_Fields lists them; where the lines have such a field, give their -Format.",
            name);
    }

    /// <summary>Checks that the query can be answered.</summary>
    /// <exception cref="FlowLogException">
    /// <c>NotANumberField</c>: a sum of a field that holds no numbers. <c>AmbiguousColumn</c>: two columns of one name.
    /// <c>UnknownColumn</c>: an order by a column that is not there. <c>InvalidBin</c>: no whole seconds.
    /// <c>InvalidTop</c>: less than 1.
    /// </exception>
    public void Validate()
    {
        foreach (var field in Sums)
        {
            if (field.Type is FlowFieldType.Text or FlowFieldType.Time)
                throw Invalid("NotANumberField", $"The field {field.Name} does not hold numbers that could be summed up.", field.Name);
        }

        var names = Columns.Select(static column => column.Name).ToList();
        if (names.Find(name => names.Count(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) > 1) is { } twice)
            throw Invalid("AmbiguousColumn", $"The result would have more than one column {twice}: {Names()}.", twice);
        if (OrderBy is not null && !Columns.Contains(OrderBy))
            FindColumn(OrderBy.Name);
        if (Bin is { } bin && (bin < Second || bin.Ticks % Second.Ticks != 0))
            throw Invalid("InvalidBin", $"A time bin of {bin} is not one of whole seconds, such as 90s, 5m, 1h or 1d.", bin);
        if (Top < 1)
            throw Invalid("InvalidTop", $"{Top} groups were asked for; there must be 1 or more.", Top);
    }

    private string Names() => string.Join(", ", Columns.Select(static column => column.Name));

    private static FlowLogException Invalid(string errorId, string message, object? target) =>
        new(errorId, FlowErrorKind.InvalidArgument, message, target);
}
