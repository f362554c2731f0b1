namespace FlowLogs.Reading;

/// <summary>A source of lines.</summary>
internal sealed class TextBatches(FlowSource source, FlowReadOptions options, Stream stream) : SourceBatches
{
    private readonly LineBlockReader _blocks = new(stream);
    private readonly LineReader _lines = new(source.Name, options);

    public override bool Read(ICollection<ReadItem> items)
    {
        var block = _blocks.Read(_lines.IsInObject);
        _lines.ReadPart(block.Span, items);
        return !block.IsEmpty;
    }

    public override void Finish(ICollection<ReadItem> items) => _lines.Finish(items);

    public override void Dispose()
    {
        _blocks.Dispose();
        stream.Dispose();
    }
}
