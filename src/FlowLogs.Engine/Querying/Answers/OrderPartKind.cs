namespace FlowLogs.Querying.Answers;

/// <summary>What a part of an order is made of. Measures fall, cells rise.</summary>
internal enum OrderPartKind
{
    /// <summary>The number of records.</summary>
    Count,

    /// <summary>The upper half of a sum.</summary>
    SumHigh,

    /// <summary>The lower half of a sum.</summary>
    SumLow,

    /// <summary>The number of different values.</summary>
    Distinct,

    /// <summary>A cell of a number.</summary>
    Number,

    /// <summary>A cell of something else.</summary>
    Text,

    /// <summary>Some bytes of the stored text that a cell stands for.</summary>
    StoredText,

    /// <summary>The length of the stored text that a cell stands for.</summary>
    StoredLength,
}
