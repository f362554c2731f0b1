namespace FlowLogs.Reading;

/// <summary>
/// The readers of formats that need more than the base class library. Each is asked for when the first source needs it,
/// so that nothing is loaded for text. A format whose reader is null is an error of the source.
/// </summary>
public sealed record FlowReadParts
{
    /// <summary>Gives what reads Parquet.</summary>
    public Func<IParquetOpener>? Parquet { get; init; }

    /// <summary>Gives what inflates zstd, in files and within Parquet.</summary>
    public Func<IZstdInflater>? Zstd { get; init; }
}
