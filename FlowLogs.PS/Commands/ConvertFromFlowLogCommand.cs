using System.Management.Automation;
using System.Text;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsData.ConvertFrom, "FlowLog")]
[OutputType(typeof(FlowLogRecord))]
public sealed class ConvertFromFlowLogCommand : FlowCommand
{
    private readonly List<ReadItem> _items = [];
    private LineReader? _reader;

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Line")]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] Message { get; set; } = [];

    [Parameter]
    [FormatTransform]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat? Format { get; set; }

    protected override void BeginProcessing() =>
        _reader = new LineReader("Pipeline", new FlowReadOptions { Format = Format });

    protected override void ProcessRecord()
    {
        foreach (var message in Message)
            _reader!.Read(Encoding.UTF8.GetBytes(message), _items);
        WriteItems();
    }

    protected override void EndProcessing()
    {
        _reader!.Finish(_items);
        WriteItems();
    }

    private void WriteItems()
    {
        foreach (var item in _items)
            Write(item);
        _items.Clear();
    }
}
