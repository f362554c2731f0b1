using System.Text;

namespace FlowLogs.Records;

/// <summary>One field of a flow log format: a row of <see cref="FlowFields"/>, or a name that the table lacks.</summary>
public sealed class FlowField
{
    internal FlowField(
        FlowFieldId? id,
        string name,
        FlowFieldType type,
        int sinceVersion,
        FlowLogKinds kinds,
        string meaning,
        FlowVocabulary? vocabulary = null)
    {
        Id = id;
        Name = name;
        Type = type;
        SinceVersion = sinceVersion;
        Kinds = kinds;
        Meaning = meaning;
        Vocabulary = vocabulary;
        PropertyName = MakePropertyName(name);
    }

    /// <summary>AWS's name, such as <c>pkt-srcaddr</c>.</summary>
    public string Name { get; }

    /// <summary>The record's property of it, such as <c>PktSrcAddr</c>.</summary>
    public string PropertyName { get; }

    /// <summary>What the field's text stands for.</summary>
    public FlowFieldType Type { get; }

    /// <summary>The type of the property's value, where it has one.</summary>
    public Type ValueType => Type switch
    {
        FlowFieldType.Int32 => Id == FlowFieldId.TcpFlags ? typeof(FlowTcpFlags) : typeof(int),
        FlowFieldType.Int64 => typeof(long),
        FlowFieldType.Time => typeof(DateTimeOffset),
        _ => typeof(string),
    };

    /// <summary>The type in AWS's tables: <c>STRING</c>, <c>INT_32</c> or <c>INT_64</c>.</summary>
    public string AwsType => Type switch
    {
        FlowFieldType.Int32 => "INT_32",
        FlowFieldType.Int64 or FlowFieldType.Time => "INT_64",
        _ => "STRING",
    };

    /// <summary>The first version of the record that has it; 0 for a name that the table lacks.</summary>
    public int SinceVersion { get; }

    /// <summary>The flow logs that have it.</summary>
    public FlowLogKinds Kinds { get; }

    /// <summary>What it means, in a few words; empty for a name that the table lacks.</summary>
    public string Meaning { get; }

    /// <summary>The values that AWS documents; null where it may have any.</summary>
    public FlowVocabulary? Vocabulary { get; }

    /// <summary>The field's row in the table; null for a name that the table lacks.</summary>
    internal FlowFieldId? Id { get; }

    /// <summary>A field that the table does not have: text, kept by name.</summary>
    internal static FlowField Unknown(string name) => new(null, name, FlowFieldType.Text, 0, FlowLogKinds.None, string.Empty);

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
