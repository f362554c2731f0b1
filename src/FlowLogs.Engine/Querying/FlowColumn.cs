using FlowLogs.Records;

namespace FlowLogs.Querying;

/// <summary>A column of a query's answer.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Field">The field it is made of; null for <see cref="FlowColumnKind.Count"/> and <see cref="FlowColumnKind.Bin"/>.</param>
public sealed record FlowColumn(FlowColumnKind Kind, FlowField? Field = null)
{
    /// <summary>Its name: the record's property, <c>Distinct</c> before it for a number of values, <c>Count</c> or <c>Bin</c>.</summary>
    public string Name => Kind switch
    {
        FlowColumnKind.Group or FlowColumnKind.Sum => Field!.PropertyName,
        FlowColumnKind.Distinct => nameof(FlowColumnKind.Distinct) + Field!.PropertyName,
        _ => Kind.ToString(),
    };

    /// <summary>Whether it is a number that the records of a group were made into.</summary>
    public bool IsMeasure => Kind is FlowColumnKind.Count or FlowColumnKind.Sum or FlowColumnKind.Distinct;

    /// <summary>The type of its values: that of the record's property, which may be null; any for a sum, which may be too large.</summary>
    internal Type ValueType => Kind switch
    {
        FlowColumnKind.Group when Field!.ValueType.IsValueType => typeof(Nullable<>).MakeGenericType(Field.ValueType),
        FlowColumnKind.Group => Field!.ValueType,
        FlowColumnKind.Sum => typeof(object),
        FlowColumnKind.Bin => typeof(DateTimeOffset?),
        _ => typeof(long),
    };

    /// <summary>Whether it is called so: by its name, or by AWS's name of a field that is grouped by or summed up, in any case.</summary>
    internal bool IsNamed(string name) =>
        name.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || (Kind != FlowColumnKind.Distinct && name.Equals(Field?.Name, StringComparison.OrdinalIgnoreCase));
}
