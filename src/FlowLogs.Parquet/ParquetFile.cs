using System.Buffers.Binary;
using FlowLogs.Conditions;
using FlowLogs.Parquet.Metadata;
using FlowLogs.Parquet.Pages;
using FlowLogs.Parquet.Text;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.Parquet;

/// <summary>One file. Its end, which says where everything lies, is read at first, and the rest when it is asked for.</summary>
internal sealed class ParquetFile : IParquetFile
{
    // The length of the footer, and the magic number.
    private const int TrailerLength = 8;

    private readonly Stream _stream;
    private readonly Footer _footer;

    // The columns that can be read, by their numbers in the file.
    private readonly int[] _columns;

    /// <exception cref="InvalidDataException">It is no whole Parquet file, or has what is not supported.</exception>
    public ParquetFile(Stream stream, InflationBudget budget, Func<IZstdInflater>? zstd)
    {
        _stream = stream;
        Budget = budget;
        Zstd = zstd;
        Length = stream.Length;
        _footer = Footer.Read(ReadFooter());
        _columns = [.. Enumerable.Range(0, _footer.Columns.Count).Where(index => !_footer.Columns[index].IsRepeated)];
        Columns = [.. _columns.Select(index => _footer.Columns[index].Name)];
        RepeatedColumns = [.. _footer.Columns.Where(static column => column.IsRepeated).Select(static column => column.Name)];
        RowGroups = [.. _footer.RowGroups.Select(static group => group.Rows)];
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<string> RepeatedColumns { get; }

    public IReadOnlyList<long> RowGroups { get; }

    /// <summary>What may be inflated.</summary>
    public InflationBudget Budget { get; }

    public Func<IZstdInflater>? Zstd { get; }

    /// <summary>The file's length.</summary>
    public long Length { get; }

    public FlowValueRange GetRange(int rowGroup, int column, FlowField field)
    {
        var index = _columns[column];
        var group = _footer.RowGroups[rowGroup];
        return ValueRange.Of(_footer.Columns[index], group.Chunks[index], group.Rows, field);
    }

    public IParquetCursor OpenColumn(int rowGroup, int column, FlowField field)
    {
        var index = _columns[column];
        var chunk = _footer.RowGroups[rowGroup].Chunks[index];
        var from = _footer.Columns[index];
        if (chunk.IsEncrypted)
            throw new InvalidDataException($"the column {from.Name} is encrypted.");
        if (chunk.IsElsewhere)
            throw new InvalidDataException($"the column {from.Name} lies in another file.");
        return new ColumnCursor(this, from, chunk, new ValueText(from, field));
    }

    /// <summary>Reads bytes from a place on.</summary>
    public void Read(long position, Span<byte> buffer)
    {
        if (position < 0 || position > Length - buffer.Length)
            throw new InvalidDataException("a page lies behind the end.");
        _stream.Position = position;
        if (_stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
            throw new InvalidDataException("it became shorter while it was read.");
    }

    private byte[] ReadFooter()
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        if (Length < TrailerLength + "PAR1"u8.Length)
            throw new InvalidDataException("it breaks off.");
        Read(Length - TrailerLength, trailer);
        if (trailer.EndsWith("PARE"u8))
            throw new InvalidDataException("it is encrypted.");
        var length = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        if (!trailer.EndsWith("PAR1"u8) || length > Length - TrailerLength - "PAR1"u8.Length)
            throw new InvalidDataException("it breaks off, or something follows it.");
        Budget.Hold(length);
        var footer = new byte[length];
        Read(Length - TrailerLength - length, footer);
        return footer;
    }
}
