using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;
using FlowLogs.Records;
using FlowLogs.Writing;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsData.ConvertTo, "FlowLog", DefaultParameterSetName = LineSet)]
[OutputType(typeof(string))]
public sealed class ConvertToFlowLogCommand : FlowCommand
{
    private const string LineSet = "Line";
    private const string DocumentSet = "Document";

    private ObjectRecords? _objects;
    private FlowLineWriter? _lines;
    private FlowRecordWriter? _writer;
    private string? _lastHeader;
    private bool _warned;

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    [Parameter(ParameterSetName = LineSet)]
    [FormatTransform]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat? Format { get; set; }

    [Parameter(ParameterSetName = LineSet)]
    public SwitchParameter IncludeHeader { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = DocumentSet)]
    public FlowDocumentForm As { get; set; }

    protected override void BeginProcessing()
    {
        _objects = new ObjectRecords(Format);
        _lines = ParameterSetName == LineSet ? new FlowLineWriter(Format) : null;
        _writer = _lines ?? (As == FlowDocumentForm.Ocsf ? new OcsfWriter() : (FlowRecordWriter)new EcsWriter());
    }

    protected override void ProcessRecord()
    {
        foreach (var item in InputObject)
        {
            try
            {
                Write(item.BaseObject as FlowLogRecord ?? _objects!.Read(item));
            }
            catch (FlowLogException e)
            {
                WriteError(ErrorRecords.From(e));
            }
        }
    }

    private void Write(FlowLogRecord record)
    {
        var line = _writer!.Write(record);
        if (_lines?.NextHeader(record) is { } header)
            WriteHeader(header);
        WriteObject(RecordOutput.Wrap(line));
    }

    // Without headers, nobody can tell lines of one format from those of another.
    private void WriteHeader(string header)
    {
        if (IncludeHeader)
        {
            WriteObject(header);
        }
        else if (_lastHeader is not null && !_warned)
        {
            _warned = true;
            WriteWarning("The lines have more than one format. Give one with -Format, or use -IncludeHeader to tell where each begins.");
        }

        _lastHeader = header;
    }
}
