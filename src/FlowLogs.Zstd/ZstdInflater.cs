using FlowLogs.Reading;

namespace FlowLogs.Zstd;

/// <summary>Inflates zstd with ZstdSharp.</summary>
public sealed class ZstdInflater : IZstdInflater
{
    /// <inheritdoc/>
    public Stream Inflate(Stream compressed)
    {
        ArgumentNullException.ThrowIfNull(compressed);
        return new ZstdStream(compressed);
    }
}
