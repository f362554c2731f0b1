using FlowLogs.Conditions;
using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>A Parquet file, row by row as lines of the format that its columns make.</summary>
internal sealed class ParquetBatches : SourceBatches
{
    private const int RowsPerBatch = 2048;

    private readonly string _source;
    private readonly Stream _stream;
    private readonly InflationBudget _budget;
    private readonly IParquetFile _file;
    private readonly FlowLogFormat _format;
    private readonly FlowExpression? _condition;
    private readonly RecordReader _records;
    private ParquetGroup? _group;
    private int _nextGroup;
    private long _rowNumber = 1;
    private bool _toldOfColumns;

    /// <exception cref="FlowLogException">
    /// <c>ParquetNotSupported</c>: nothing is there that reads it, or the source cannot seek; <c>InvalidParquet</c>.
    /// </exception>
    public ParquetBatches(FlowSource source, FlowReadOptions options, Stream stream, InflationBudget budget)
    {
        if (options.Parts.Parquet is null || !stream.CanSeek)
        {
            var why = stream.CanSeek ? "nothing is there that reads it" : "Parquet is read from its end, which cannot be done here; save it as a file first";
            throw new FlowLogException("ParquetNotSupported", FlowErrorKind.InvalidData, $"{source.Name} is a Parquet file, and {why}.", source.Name);
        }

        _source = source.Name;
        _stream = stream;
        _budget = budget;
        try
        {
            _file = options.Parts.Parquet().Open(stream, budget, options.Parts.Zstd);
            _format = ColumnNames.ToFormat(_file.Columns);
            _condition = WantedTest.ConditionOf(options);
            if (options.Fields is not null && options.FilterPattern is null)
            {
                var columns = ParquetSelection.Find(_file, _format, options.Fields, _condition);
                _file = new ParquetSelection(_file, columns);
                _format = FlowLogFormat.Parse(string.Join(' ', columns.Select(column => _format.Fields[column].Name)));
            }
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }

        _records = new RecordReader(source.Name, options with { Formats = [_format] });
    }

    public override bool Read(List<ReadItem> items)
    {
        TellOfColumns(items);
        try
        {
            return ReadSome(items);
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    public override void Finish(ICollection<ReadItem> items) => _records.Finish(items);

    public override void Dispose()
    {
        _group?.Dispose();
        _stream.Dispose();
    }

    private bool ReadSome(ICollection<ReadItem> items)
    {
        if (_group is null)
        {
            if (_nextGroup == _file.RowGroups.Count)
                return false;
            _group = new ParquetGroup(_file, _nextGroup, _format, _condition, _budget);
        }

        if (_group.IsWanted && _group.Read(RowsPerBatch, _rowNumber, _records, items))
            return true;
        _group.Dispose();
        _group = null;
        _rowNumber += _file.RowGroups[_nextGroup++];
        return true;
    }

    private void TellOfColumns(List<ReadItem> items)
    {
        if (_toldOfColumns || _file.RepeatedColumns.Count == 0)
            return;
        _toldOfColumns = true;
        items.Add(new ReadItem(new FlowLogException(
            "ColumnNotRead",
            FlowErrorKind.InvalidData,
            $"{_source} has columns with several values in a row, which no field has; they are left out: {string.Join(", ", _file.RepeatedColumns)}.",
            _source)));
    }

    private FlowLogException Broken(InvalidDataException error) =>
        new("InvalidParquet", FlowErrorKind.InvalidData, $"{_source} cannot be read as Parquet: {error.Message}", _source, error);
}
