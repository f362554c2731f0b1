namespace FlowLogs.Reading;

/// <summary>Inflates zstd (RFC 8878); implemented by FlowLogs.Zstd, found by this type.</summary>
public interface IZstdInflater
{
    /// <summary>
    /// Inflates a stream of frames, one after another; those that can be skipped are. The memory it takes is bounded by the
    /// window that a frame asks for, 128 MB at most.
    /// </summary>
    /// <param name="compressed">The stream, which is owned by the result.</param>
    /// <returns>
    /// A stream that throws <see cref="InvalidDataException"/> where the data is broken, breaks off or asks for a larger
    /// window.
    /// </returns>
    Stream Inflate(Stream compressed);
}
