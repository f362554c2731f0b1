using System.Collections.Frozen;
using FlowLogs.Records.Table;

namespace FlowLogs.Records;

/// <summary>
/// The table of all fields of VPC flow logs (versions 2 to 11) and transit gateway flow logs, from the AWS user guides
/// "Flow log records" and "Transit Gateway Flow Log records". The version 2 fields come first, in the order of the
/// default format. Its rows lie in the folder Table, by family.
/// </summary>
public static class FlowFields
{
    /// <summary>How many fields the default format has; they are the first ones of <see cref="All"/>.</summary>
    internal const int DefaultCount = 14;

    private static readonly FlowField[] Rows =
        [.. TrafficFields.Rows, .. ContextFields.Rows, .. TransitGatewayFields.Rows];

    private static readonly FrozenDictionary<string, FlowField> ByName =
        Rows.ToFrozenDictionary(static field => field.Name, StringComparer.Ordinal);

    /// <summary>All fields that the module knows.</summary>
    public static IReadOnlyList<FlowField> All => Rows;

    /// <summary>The field of that name, or null.</summary>
    /// <param name="name">AWS's name, lower case, with hyphens or underscores (as in Athena and Parquet).</param>
    public static FlowField? Find(string name) => ByName.GetValueOrDefault(name.Replace('_', '-'));

    /// <summary>The row of a field.</summary>
    internal static FlowField Get(FlowFieldId id) => Rows[(int)id];
}
