using System.Text;

namespace FlowLogs.Records;

/// <summary>One field of a flow log format: a row of <see cref="FlowFields"/>, or a name that the table lacks.</summary>
public sealed class FlowField
{
    internal FlowField(FlowFieldId? id, string name, FlowFieldType type, int sinceVersion)
    {
        Id = id;
        Name = name;
        Type = type;
        SinceVersion = sinceVersion;
        PropertyName = MakePropertyName(name);
    }

    /// <summary>AWS's name, such as <c>pkt-srcaddr</c>.</summary>
    public string Name { get; }

    /// <summary>The record's property of it, such as <c>PktSrcAddr</c>.</summary>
    public string PropertyName { get; }

    /// <summary>What the field's text stands for.</summary>
    public FlowFieldType Type { get; }

    /// <summary>The first version of the record that has it; 0 for a name that the table lacks.</summary>
    public int SinceVersion { get; }

    /// <summary>The field's row in the table; null for a name that the table lacks.</summary>
    internal FlowFieldId? Id { get; }

    /// <summary>A field that the table does not have: text, kept by name.</summary>
    internal static FlowField Unknown(string name) => new(null, name, FlowFieldType.Text, 0);

    /// <inheritdoc/>
    public override string ToString() => Name;

    // Each part between hyphens gets a capital. AWS writes the compounds below as one word; everybody reads two.
    private static string MakePropertyName(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var part in name.Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            result.Append(part switch
            {
                "srcaddr" => "SrcAddr",
                "dstaddr" => "DstAddr",
                "srcport" => "SrcPort",
                "dstport" => "DstPort",
                _ => char.ToUpperInvariant(part[0]) + part[1..],
            });
        }

        return result.ToString();
    }
}
