namespace FlowLogs.Parquet.Metadata;

/// <summary>How pages are compressed (parquet.thrift, CompressionCodec).</summary>
internal enum Codec
{
    None = 0,
    Snappy = 1,
    Gzip = 2,
    Lzo = 3,
    Brotli = 4,
    Lz4 = 5,
    Zstd = 6,
    Lz4Raw = 7,
}
