namespace FlowLogs.Reading;

/// <summary>Opens Parquet files; implemented by FlowLogs.Parquet, found by this type.</summary>
public interface IParquetOpener
{
    /// <summary>Reads a file's own description of itself.</summary>
    /// <param name="stream">The file; it seeks. The result does not own it.</param>
    /// <param name="budget">What may be inflated.</param>
    /// <param name="zstd">Gives what inflates zstd; null where nothing does.</param>
    /// <exception cref="InvalidDataException">It is no whole Parquet file, or has what is not supported.</exception>
    IParquetFile Open(Stream stream, InflationBudget budget, Func<IZstdInflater>? zstd);
}
