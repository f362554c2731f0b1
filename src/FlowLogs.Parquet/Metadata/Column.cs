namespace FlowLogs.Parquet.Metadata;

/// <summary>A column of the file: a leaf of its schema.</summary>
internal sealed record Column
{
    /// <summary>Its name; within structures all their names, with points between them.</summary>
    public required string Name { get; init; }

    public required PhysicalType Type { get; init; }

    /// <summary>The length of values that all have the same.</summary>
    public int TypeLength { get; init; }

    public ValueKind Kind { get; init; }

    /// <summary>The digits behind the point of a decimal number.</summary>
    public int Scale { get; init; }

    /// <summary>How many units of a timestamp are a second.</summary>
    public long UnitsPerSecond { get; init; }

    /// <summary>The level that says that a value is there; 0 where every row has one.</summary>
    public int MaxDefinitionLevel { get; init; }

    /// <summary>Whether a row may have several values.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>How many bytes a value has; 0 where its length stands before it, or it is a bit.</summary>
    public int Width => Type switch
    {
        PhysicalType.Int32 or PhysicalType.Float => 4,
        PhysicalType.Int64 or PhysicalType.Double => 8,
        PhysicalType.Int96 => 12,
        PhysicalType.FixedLengthByteArray => TypeLength,
        _ => 0,
    };
}
