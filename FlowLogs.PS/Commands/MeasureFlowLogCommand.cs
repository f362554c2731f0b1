using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;
using FlowLogs.Querying;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsDiagnostic.Measure, "FlowLog", DefaultParameterSetName = LogGroupSet)]
[OutputType(typeof(FlowMeasure))]
public sealed class MeasureFlowLogCommand : FlowReadCommand
{
    private const string InputSet = "InputObject";

    private FlowQueryRunner? _runner;
    private FlowRecordSelector? _selector;
    private readonly List<string> _paths = [];

    [Parameter(Mandatory = true, ParameterSetName = InputSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public FlowLogRecord[] InputObject { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MeasureColumnCompleter))]
    public string[] GroupBy { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MeasureColumnCompleter))]
    public string[] Sum { get; set; } = [];

    [Parameter]
    public SwitchParameter Count { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MeasureColumnCompleter))]
    public string[] Distinct { get; set; } = [];

    [Parameter]
    [FlowSpanTransform]
    public TimeSpan? Bin { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MeasureColumnCompleter))]
    public string? OrderBy { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Top { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxGroups { get; set; } = FlowQueryRunner.DefaultMaxGroups;

    private protected override void Begin() => _runner = new FlowQueryRunner(MakeQuery(), MaxGroups, countsTimes: Tally.CountsTimes);

    private protected override void ReadInput()
    {
        if (ParameterSetName != InputSet)
        {
            base.ReadInput();
            return;
        }

        Run(ReadInputObjects);
        ReportProgress();
    }

    private void ReadInputObjects()
    {
        _selector ??= new FlowRecordSelector(AllOptions());
        foreach (var record in InputObject)
        {
            if (_selector.IsWanted(record, out var problem) && PassesScript(record))
                Handle(record);
            else if (problem is not null)
                Write(problem);
        }
    }

    // All of them at once, so that small files, too, keep all processors busy.
    private protected override void ReadFiles(IEnumerable<string> paths)
    {
        if (HasScript)
            base.ReadFiles(paths);
        else
            _paths.AddRange(paths);
    }

    private protected override void ReadObjects(ICloudObjects objects, S3Uri place, FlowReadOptions options)
    {
        if (HasScript)
            base.ReadObjects(objects, place, options);
        else
            Drain(token => _runner!.ReadObjectsAsync(objects, place, options, token), HandleSome);
    }

    private protected override bool Handle(FlowLogRecord record)
    {
        Tally.Add(record);
        _runner!.Add(record);
        return true;
    }

    private protected override void End() => Run(
        () =>
        {
            if (_paths.Count > 0)
                Drain(token => _runner!.ReadFilesAsync(_paths, AllOptions(), token), HandleSome);
            var result = _runner!.Finish();
            foreach (var field in result.LackingFields)
                WriteWarning($"Records were read whose format lacks the field {field}; it counts as missing there.");

            // One by one: the shell takes three times as long for a collection.
            foreach (var measure in result.Rows)
                WriteObject(measure);
        },
        isNeeded: true);

    // No other file, bucket or log group would make it fewer groups.
    private protected override bool IsTerminating(FlowLogException error) =>
        error.ErrorId == FlowQueryRunner.TooManyGroups || base.IsTerminating(error);

    private FlowQuery MakeQuery()
    {
        var query = new FlowQuery
        {
            Where = Condition,
            GroupBy = FindFields(GroupBy),
            Sums = FindFields(Sum),
            Distinct = FindFields(Distinct),
            Bin = Bin,
            Top = Top,
        };
        if (OrderBy is not null)
            return query with { OrderBy = query.FindColumn(OrderBy) };
        return Top is null ? query : query with { OrderBy = FirstMeasure(query) };
    }

    // The top of what, if not of what was asked for first.
    private static FlowColumn FirstMeasure(FlowQuery query) =>
        query.Columns.FirstOrDefault(static column => column.Kind is FlowColumnKind.Sum or FlowColumnKind.Distinct)
        ?? new FlowColumn(FlowColumnKind.Count);

    private FlowField[] FindFields(string[] names) => Array.ConvertAll(names, name => FlowQuery.FindField(name, Format));
}
