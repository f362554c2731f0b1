using System.Management.Automation;
using System.Text;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsData.ConvertFrom, "FlowLog", DefaultParameterSetName = MessageSet)]
[OutputType(typeof(FlowLogRecord))]
public sealed class ConvertFromFlowLogCommand : FlowCommand
{
    private const string MessageSet = "Message";
    private const string EventSet = "Event";

    private readonly List<ReadItem> _items = [];
    private LineReader? _reader;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MessageSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Line")]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] Message { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = EventSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Events")]
    [AllowEmptyCollection]
    public object[] LogEvent { get; set; } = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LogGroupName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LogStreamName { get; set; }

    [Parameter(ParameterSetName = MessageSet, ValueFromPipelineByPropertyName = true)]
    public string? EventId { get; set; }

    [Parameter(ParameterSetName = MessageSet, ValueFromPipelineByPropertyName = true)]
    [EventTimeTransform]
    public DateTimeOffset? Timestamp { get; set; }

    [Parameter(ParameterSetName = MessageSet, ValueFromPipelineByPropertyName = true)]
    [EventTimeTransform]
    public DateTimeOffset? IngestionTime { get; set; }

    [Parameter]
    [FormatTransform(AllowSeveral = true)]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat[] Format { get; set; } = [];

    protected override void BeginProcessing() =>
        _reader = new LineReader("Pipeline", new FlowReadOptions { Formats = Format });

    protected override void ProcessRecord()
    {
        foreach (var message in Message)
            Read(message, new RecordOrigin(LogGroupName, LogStreamName, EventId, Timestamp?.ToUnixTimeMilliseconds(), IngestionTime?.ToUnixTimeMilliseconds()));
        foreach (var logEvent in LogEvent)
            ReadEvent(PSObject.AsPSObject(logEvent));
        WriteItems();
    }

    protected override void EndProcessing()
    {
        _reader!.Finish(_items);
        WriteItems();
    }

    // A line may be part of something larger; the message of an event is whole.
    private void Read(string message, in RecordOrigin origin)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        if (origin.IsNone)
            _reader!.Read(bytes, _items);
        else
            _reader!.ReadEvent(bytes, origin, _items);
    }

    private void ReadEvent(PSObject logEvent)
    {
        if (Property("message") is not { } message)
        {
            Write(new FlowLogException("InvalidPayload", FlowErrorKind.InvalidData, "An event has no message.", logEvent));
            return;
        }

        Read(message.ToString()!, new RecordOrigin(
            LogGroupName,
            Property("logStreamName")?.ToString() ?? LogStreamName,
            (Property("eventId") ?? Property("id"))?.ToString(),
            EventTimeTransformAttribute.ToTime(Property("timestamp"))?.ToUnixTimeMilliseconds(),
            EventTimeTransformAttribute.ToTime(Property("ingestionTime"))?.ToUnixTimeMilliseconds()));

        object? Property(string name) => logEvent.Properties[name]?.Value;
    }

    private void WriteItems()
    {
        foreach (var item in _items)
            Write(item);
        _items.Clear();
    }
}
