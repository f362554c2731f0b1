namespace FlowLogs.Querying.Answers;

/// <summary>What a part of an order is made of. Measures fall, cells rise.</summary>
internal enum OrderPartKind
{
    /// <summary>A measure without a sign, or the lower half of one.</summary>
    Measure,

    /// <summary>The upper half of a measure, with its sign.</summary>
    UpperMeasure,

    /// <summary>A cell of a number.</summary>
    Number,

    /// <summary>A cell of something else.</summary>
    Text,

    /// <summary>Some bytes of the stored text that a cell stands for.</summary>
    StoredText,

    /// <summary>The length of the stored text that a cell stands for.</summary>
    StoredLength,
}
