using FlowLogs.Parquet.Metadata;
using FlowLogs.Parquet.Text;
using FlowLogs.Parquet.Values;
using FlowLogs.Reading;

namespace FlowLogs.Parquet.Pages;

/// <summary>Goes through one column of one row group, page by page.</summary>
internal sealed class ColumnCursor(ParquetFile file, Column column, Chunk chunk, ValueText text) : IParquetCursor
{
    private readonly PageReader _pages = new(file, column, chunk);
    private PageHeader? _header;
    private bool _isLoaded;
    private long _left;
    private RunDecoder? _levels;
    private RunDecoder? _indices;
    private ValueDecoder? _values;
    private TextTable? _dictionary;
    private long _dictionarySize;

    public ReadOnlySpan<byte> Next()
    {
        while (_left == 0)
            FindPage();
        Load();
        _left--;
        if (_levels is not null && _levels.Next() != column.MaxDefinitionLevel)
            return ValueText.Missing;
        return _indices is null ? text.Write(_values!.Next()) : FromDictionary(_indices.Next());
    }

    public void Skip(long rows)
    {
        while (rows > 0)
        {
            if (_left == 0)
            {
                FindPage();
                continue;
            }

            if (_left <= rows)
            {
                // No more of this page is wanted, and mostly nothing of it was.
                rows -= _left;
                _left = 0;
                continue;
            }

            Load();
            _left -= rows;
            var present = _levels?.Skip(rows, column.MaxDefinitionLevel) ?? rows;
            if (_indices is null)
                _values!.Skip(present);
            else
                _indices.Skip(present);
            rows = 0;
        }
    }

    public void Dispose()
    {
        _pages.Dispose();
        file.Budget.Hold(-_dictionarySize);
        _dictionarySize = 0;
    }

    private void FindPage()
    {
        _header = _pages.ReadHeader();
        _isLoaded = false;
        if (_header.IsDictionary)
            ReadDictionary(_header);
        else if (_header.IsData)
            _left = _header.ValueCount;
    }

    private void Load()
    {
        if (_isLoaded)
            return;
        _isLoaded = true;
        var header = _header!;
        var page = _pages.ReadPage(header);
        _levels = null;
        if (column.MaxDefinitionLevel > 0)
        {
            if (header.LevelEncoding != PageEncoding.Rle)
                throw new InvalidDataException($"the column {column.Name} has levels in the encoding {header.LevelEncoding}, which is not supported.");
            var levels = page.TakeBytes(header.IsV2 ? header.LevelsLength : page.TakeInt32());
            _levels = new RunDecoder(levels, BitLength(column.MaxDefinitionLevel));
        }

        _indices = null;
        if (header.Encoding is PageEncoding.PlainDictionary or PageEncoding.RleDictionary)
        {
            var width = page.Length == 0 ? 0 : page.Take(1)[0];
            _indices = new RunDecoder(page, width);
        }
        else
        {
            _values = Decoders.Of(header.Encoding, page, column, file.Budget);
        }
    }

    // Its values become texts once, however often they come.
    private void ReadDictionary(PageHeader header)
    {
        if (_dictionary is not null)
            throw new InvalidDataException($"the column {column.Name} has two dictionaries.");
        var values = Decoders.Of(PageEncoding.Plain, _pages.ReadPage(header), column, file.Budget);
        _dictionary = new TextTable();
        for (var i = 0; i < header.ValueCount; i++)
        {
            _dictionary.Add(text.Write(values.Next()));
            if (_dictionary.Size > _dictionarySize)
            {
                file.Budget.Hold(_dictionary.Size - _dictionarySize);
                _dictionarySize = _dictionary.Size;
            }
        }
    }

    private ReadOnlySpan<byte> FromDictionary(int index) =>
        _dictionary is not null && (uint)index < (uint)_dictionary.Count
            ? _dictionary[index]
            : throw new InvalidDataException($"the column {column.Name} has a value that is not in its dictionary.");

    private static int BitLength(int value) => 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)value);
}
