using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Conditions;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.PS.Runtime;

/// <summary>
/// What the cmdlets share that read flow logs: where they are, which records are wanted, and how complete the reading was.
/// What becomes of a record is up to each.
/// </summary>
public abstract partial class FlowReadCommand : ConditionCommand
{
    private protected const string LogGroupSet = "LogGroup";
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private ReadProgress? _progress;
    private Filtering.FilterPattern? _pattern;
    private ScriptFilter? _whereRest;

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

    /// <summary>Whether more records are wanted.</summary>
    private protected virtual bool WantsMore => true;

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() =>
    {
        _progress = new ReadProgress(this);
        Tally.CountsTimes = SummaryVariable is not null || RequireComplete;
        if (Last is not null && StartTime is not null)
            throw new FlowLogException("AmbiguousStartTime", FlowErrorKind.InvalidArgument, "-Last and -StartTime both tell where to begin; give one of them.");
        StartTime ??= Last;
        if (EndTime < StartTime)
            throw new FlowLogException("InvalidTimeRange", FlowErrorKind.InvalidArgument, $"The end, {EndTime:u}, lies before the start, {StartTime:u}.");
        CheckArguments();
        _pattern = FilterPattern is null ? null : Filtering.FilterPattern.Parse(FilterPattern);
        ReadConditions();
        if (WhereRest is not null)
            _whereRest = new ScriptFilter(WhereRest);
        Begin();
    });

    /// <inheritdoc/>
    protected override void ProcessRecord() => Observe(() =>
    {
        if (WantsMore)
            ReadInput();
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Observe(End);
        _progress?.Complete();
        EndSummary();
    }

    /// <inheritdoc/>
    protected override void OnWaiting() => ReportProgress();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _whereRest?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Checks the arguments that the cmdlet has beside these.</summary>
    /// <exception cref="FlowLogException">They do not fit together.</exception>
    private protected virtual void CheckArguments()
    {
    }

    /// <summary>Called when all arguments have been read.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Reads what one object of the pipeline, or the command line, names.</summary>
    private protected virtual void ReadInput()
    {
        switch (ParameterSetName)
        {
            case LogGroupSet:
                foreach (var group in LogGroupName)
                    Run(() => ReadGroup(group));
                break;
            case S3Set:
                foreach (var uri in S3Uri)
                    Run(() => ReadObjects(uri));
                break;
            default:
                Run(() => ReadFiles(ParameterSetName == PathSet ? FilePaths.Resolve(this, Path) : FilePaths.ResolveLiteral(this, LiteralPath)));
                break;
        }
    }

    /// <summary>Reads files and folders.</summary>
    private protected virtual void ReadFiles(IEnumerable<string> paths)
    {
        var options = AllOptions();
        Drain(token => FlowFileReader.ReadAsync(paths, options, token), HandleSome);
    }

    /// <summary>Reads objects.</summary>
    private protected virtual void ReadObjects(ICloudObjects objects, S3Uri place, FlowReadOptions options) =>
        Drain(token => FlowObjectReader.ReadAsync(objects, place, options, token), HandleSome);

    /// <summary>Whether records must be seen by the pipeline's thread, because a script block judges them.</summary>
    private protected bool HasScript => _whereRest is not null;

    /// <summary>Called when everything has been read.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Takes a record that is wanted, and says whether more are.</summary>
    private protected abstract bool Handle(FlowLogRecord record);

    /// <summary>Takes what was read, and says whether more is wanted.</summary>
    private protected bool HandleSome(IReadOnlyList<ReadItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!HandleItem(items[i]))
                return false;
        }

        ReportProgress();
        return true;
    }

    /// <summary>Takes a record or a problem, and says whether more are wanted.</summary>
    private protected bool HandleItem(ReadItem item)
    {
        if (item.Record is { } record)
            return !PassesScript(record) || Handle(record);
        Write(item.Problem!);
        return true;
    }

    /// <summary>Whether a script block, where there is one, lets a record pass.</summary>
    private protected bool PassesScript(FlowLogRecord record) => _whereRest?.IsMatch(RecordOutput.Wrap(record)) != false;

    private protected void ReportProgress() => _progress?.Report(Tally);

    /// <summary>What is wanted, where nobody else does a part of the work.</summary>
    private protected FlowReadOptions AllOptions() => new()
    {
        Formats = Format,
        StartTime = StartTime,
        EndTime = EndTime,
        FilterPattern = _pattern,
        Condition = Condition,
        MaxInflatedLength = MaxInflatedSize,
        Parts = ReadParts.All,
        Tally = Tally,
        Recurse = Recurse,
    };
}
