using FlowLogs.Reading;

namespace FlowLogs.Tests.Sources;

/// <summary>A source in memory, which seeks as a file does, or not, as a pipe.</summary>
internal sealed class MemorySource(byte[] contents, bool isPipe = false) : FlowSource
{
    /// <summary>The parts that the module has.</summary>
    public static FlowReadParts Parts { get; } = new()
    {
        Parquet = static () => new FlowLogs.Parquet.ParquetOpener(),
        Zstd = static () => new FlowLogs.Zstd.ZstdInflater(),
    };

    public override string Name => "memory";

    public override Stream Open() => isPipe ? new Pipe(contents) : new MemoryStream(contents, writable: false);

    public override FlowLogException Describe(Exception error) =>
        new("Broken", FlowErrorKind.ReadError, error.Message, Name, error);

    /// <summary>Reads all of it.</summary>
    public List<ReadItem> Read(FlowReadOptions? options = null)
    {
        options ??= new FlowReadOptions();
        if (options.Parts.Parquet is null)
            options = options with { Parts = Parts };
        return [.. SourceReader.Read(this, options, CancellationToken.None).SelectMany(static batch => batch)];
    }

    // Gives what it has in parts of any size.
    private sealed class Pipe(byte[] contents) : ForwardStream
    {
        private int _position;

        public override int Read(Span<byte> buffer)
        {
            var length = Math.Min(Math.Min(buffer.Length, contents.Length - _position), 1 + (_position * 7 % 5000));
            contents.AsSpan(_position, length).CopyTo(buffer);
            _position += length;
            return length;
        }
    }
}
