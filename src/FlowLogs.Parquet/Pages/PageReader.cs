using System.Buffers;
using FlowLogs.Parquet.Metadata;
using FlowLogs.Parquet.Values;

namespace FlowLogs.Parquet.Pages;

/// <summary>Reads the pages of one column chunk. One is in memory at a time.</summary>
internal sealed class PageReader(ParquetFile file, Column column, Chunk chunk) : IDisposable
{
    private const int FirstHeaderLength = 512;
    private const int MaxHeaderLength = 16 * 1024 * 1024;

    private long _next = chunk.Offset;
    private long _body;
    private byte[] _page = [];
    private long _held;

    /// <summary>Reads what stands before the next page, which is not read yet.</summary>
    public PageHeader ReadHeader()
    {
        if (_next >= chunk.End)
            throw new InvalidDataException($"the column {column.Name} has fewer values than rows.");
        var header = FindHeader(out var length);
        _body = _next + length;
        _next = _body + header.CompressedLength;
        if (_next > file.Length)
            throw new InvalidDataException($"a page of the column {column.Name} goes on behind the end.");
        return header;
    }

    /// <summary>Reads the page whose header was read last; the page before it is given up.</summary>
    public PageBytes ReadPage(PageHeader header)
    {
        Release();
        var levels = header.IsV2 ? header.LevelsLength : 0;
        if (levels < 0 || levels > header.CompressedLength || levels > header.InflatedLength)
            throw PageBytes.BreaksOff();
        _held = (long)header.InflatedLength + header.CompressedLength;
        try
        {
            file.Budget.Hold(_held);
        }
        catch
        {
            _held = 0;
            throw;
        }

        file.Budget.Add(header.InflatedLength);
        _page = ArrayPool<byte>.Shared.Rent(header.InflatedLength);
        var codec = header.IsV2 && !header.IsCompressed ? Codec.None : chunk.Codec;
        if (codec == Codec.None)
        {
            if (header.CompressedLength != header.InflatedLength)
                throw new InvalidDataException($"a page of the column {column.Name} has two sizes.");
            file.Read(_body, _page.AsSpan(0, header.InflatedLength));
            return new PageBytes(_page, 0, header.InflatedLength);
        }

        return new PageBytes(_page, 0, levels + Inflate(codec, header, levels));
    }

    public void Dispose() => Release();

    private int Inflate(Codec codec, PageHeader header, int levels)
    {
        var compressed = ArrayPool<byte>.Shared.Rent(header.CompressedLength);
        try
        {
            file.Read(_body, compressed.AsSpan(0, header.CompressedLength));
            compressed.AsSpan(0, levels).CopyTo(_page);
            var data = compressed.AsMemory(levels, header.CompressedLength - levels);
            return data.IsEmpty ? 0 : PageCodec.Inflate(codec, data, _page.AsSpan(levels, header.InflatedLength - levels), file.Zstd);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compressed);
        }
    }

    // How long it is, it does not say; statistics in it may be long.
    private PageHeader FindHeader(out int length)
    {
        for (var tried = FirstHeaderLength; ; tried *= 8)
        {
            var there = (int)Math.Clamp(file.Length - _next, 0, tried);
            var buffer = ArrayPool<byte>.Shared.Rent(there);
            try
            {
                file.Read(_next, buffer.AsSpan(0, there));
                return PageHeader.Read(buffer.AsSpan(0, there), out length);
            }
            catch (InvalidDataException) when (there == tried && tried < MaxHeaderLength)
            {
                // It may go on.
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private void Release()
    {
        ArrayPool<byte>.Shared.Return(_page);
        _page = [];
        file.Budget.Hold(-_held);
        _held = 0;
    }
}
