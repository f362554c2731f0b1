namespace FlowLogs.Querying.Cells;

/// <summary>What is made of a field's text.</summary>
internal enum CellKind
{
    /// <summary>A cell of a number.</summary>
    Number,

    /// <summary>A cell of the milliseconds since 1970.</summary>
    Time,

    /// <summary>A cell of the time bin's first millisecond.</summary>
    Bin,

    /// <summary>A cell of an address.</summary>
    Address,

    /// <summary>A cell of any other text.</summary>
    Text,

    /// <summary>No cell, but the number itself, to be added up; 0 where it is missing.</summary>
    Amount,
}
