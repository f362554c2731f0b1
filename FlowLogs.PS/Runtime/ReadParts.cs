using FlowLogs.Reading;

namespace FlowLogs.PS.Runtime;

/// <summary>The readers of formats that lie in assemblies of their own, which are loaded when the first such source comes.</summary>
internal static class ReadParts
{
    private static readonly Lazy<IParquetOpener> Parquet = new(static () => ModuleLoadContext.Create<IParquetOpener>("FlowLogs.Parquet"));

    private static readonly Lazy<IZstdInflater> Zstd = new(static () => ModuleLoadContext.Create<IZstdInflater>("FlowLogs.Zstd"));

    public static FlowReadParts All { get; } = new() { Parquet = static () => Parquet.Value, Zstd = static () => Zstd.Value };
}
