using FlowLogs.Reading;

namespace FlowLogs.Parquet;

/// <summary>Opens Parquet files.</summary>
public sealed class ParquetOpener : IParquetOpener
{
    /// <inheritdoc/>
    public IParquetFile Open(Stream stream, InflationBudget budget, Func<IZstdInflater>? zstd)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(budget);
        return new ParquetFile(stream, budget, zstd);
    }
}
