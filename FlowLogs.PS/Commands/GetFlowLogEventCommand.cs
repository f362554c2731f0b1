using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Conditions;
using FlowLogs.PS.Runtime;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowLogEvent", DefaultParameterSetName = LogGroupSet)]
[OutputType(typeof(FlowLogRecord), typeof(string))]
public sealed partial class GetFlowLogEventCommand : ConditionCommand
{
    private const string LogGroupSet = "LogGroup";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private ReadProgress? _progress;
    private Filtering.FilterPattern? _pattern;
    private ScriptFilter? _whereRest;
    private long _written;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = LogGroupSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] LogGroupName { get; set; } = [];

    [Parameter(Position = 1, ParameterSetName = LogGroupSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[]? LogStreamName { get; set; }

    [Parameter(ParameterSetName = LogGroupSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string? LogStreamNamePrefix { get; set; }

    [Parameter(ParameterSetName = LogGroupSet)]
    [ValidateNotNullOrEmpty]
    public string[]? InterfaceId { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Recurse { get; set; }

    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = S3Set)]
    [ValidateRange(1, long.MaxValue)]
    public long MaxInflatedSize { get; set; } = new FlowReadOptions().MaxInflatedLength;

    [Parameter]
    [FormatTransform(AllowSeveral = true)]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat[] Format { get; set; } = [];

    [Parameter]
    [FlowTimeTransform]
    public DateTimeOffset? StartTime { get; set; }

    [Parameter]
    [FlowTimeTransform]
    public DateTimeOffset? EndTime { get; set; }

    [Parameter]
    [FlowTimeTransform]
    public DateTimeOffset? Last { get; set; }

    [Parameter]
    [ValidateNotNull]
    [AllowEmptyString]
    public string? FilterPattern { get; set; }

    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long First { get; set; } = long.MaxValue;

    [Parameter]
    public SwitchParameter Raw { get; set; }

    protected override void BeginProcessing() => Run(() =>
    {
        _progress = new ReadProgress(this);
        if (Last is not null && StartTime is not null)
            throw new FlowLogException("AmbiguousStartTime", FlowErrorKind.InvalidArgument, "-Last and -StartTime both tell where to begin; give one of them.");
        StartTime ??= Last;
        if (EndTime < StartTime)
            throw new FlowLogException("InvalidTimeRange", FlowErrorKind.InvalidArgument, $"The end, {EndTime:u}, lies before the start, {StartTime:u}.");
        if (Tail > 0 && MyInvocation.BoundParameters.ContainsKey(nameof(First)))
            throw new FlowLogException("AmbiguousTail", FlowErrorKind.InvalidArgument, "-First and -Tail cannot be given together.");
        CheckFollowing();
        _pattern = FilterPattern is null ? null : Filtering.FilterPattern.Parse(FilterPattern);
        ReadConditions();
        if (WhereRest is not null)
            _whereRest = new ScriptFilter(WhereRest);
    });

    protected override void ProcessRecord() => Observe(ReadInput);

    protected override void EndProcessing()
    {
        Observe(() =>
        {
            if (_followed.Count > 0)
                Run(FollowGroups, isNeeded: Checkpoint is not null);
            WriteTail();
        });
        _progress?.Complete();
        EndSummary();
    }

    protected override void OnWaiting() => _progress?.Report(_tally);

    private void ReadInput()
    {
        if (_written >= First)
            return;
        switch (ParameterSetName)
        {
            case LogGroupSet when Follow || Checkpoint is not null:
                AddFollowed();
                break;
            case LogGroupSet:
                foreach (var group in LogGroupName)
                    Run(() => ReadGroup(group));
                break;
            case S3Set:
                foreach (var uri in S3Uri)
                    Run(() => ReadObjects(uri));
                break;
            default:
                Run(ReadFiles);
                break;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _whereRest?.Dispose();
        base.Dispose(disposing);
    }

    // Where nobody else does a part of the work.
    private FlowReadOptions AllOptions() => new()
    {
        Formats = Format,
        StartTime = StartTime,
        EndTime = EndTime,
        FilterPattern = _pattern,
        Condition = Condition,
        MaxInflatedLength = MaxInflatedSize,
        Parts = ReadParts.All,
        Tally = _tally,
        Recurse = Recurse,
    };

    private void ReadFiles()
    {
        var options = AllOptions();
        var paths = ParameterSetName == PathSet
            ? FilePaths.Resolve(this, Path)
            : FilePaths.ResolveLiteral(this, LiteralPath);
        Drain(token => FlowFileReader.ReadAsync(paths, options, token), WriteSome);
    }

    // Whether more are wanted.
    private bool WriteSome(IReadOnlyList<ReadItem> items)
    {
        foreach (var item in items)
        {
            if (!WriteItem(item))
                return false;
        }

        _progress!.Report(_tally);
        return true;
    }

    // Whether more are wanted.
    private bool WriteItem(ReadItem item)
    {
        if (item.Problem is not null)
        {
            Write(item.Problem);
            return true;
        }

        var record = item.Record!;
        if (_whereRest?.IsMatch(RecordOutput.Wrap(record)) == false)
            return true;
        if (Tail == 0)
            return WriteOne(record);
        KeepForTail(record);
        return true;
    }

    // Whether more are wanted.
    private bool WriteOne(FlowLogRecord record)
    {
        _tally.Add(record);
        _written++;
        try
        {
            WriteObject(Raw ? RecordOutput.Wrap(record.ToString()) : RecordOutput.Wrap(record));
        }
        catch (PipelineStoppedException) when (!StopToken.IsCancellationRequested)
        {
            _tally.Stop("The reading was stopped when the pipeline wanted no more.");
            throw;
        }

        if (_written < First)
            return true;
        _tally.Stop($"Stopped after the first {First} records, as -First says.");
        return false;
    }
}
