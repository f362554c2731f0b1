using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Output;
using FlowLogs.PS.Runtime;
using FlowLogs.Querying;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsDiagnostic.Measure, "FlowLog", DefaultParameterSetName = LogGroupSet)]
[OutputType(MeasureOutput.TypeName)]
public sealed class MeasureFlowLogCommand : FlowReadCommand
{
    private const string InputSet = "InputObject";

    private FlowQueryRunner? _runner;
    private FlowRecordSelector? _selector;

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

    private protected override void Begin()
    {
        _runner = new FlowQueryRunner(MakeQuery(), MaxGroups);
        _selector = new FlowRecordSelector(AllOptions());
    }

    private protected override void ReadInput()
    {
        if (ParameterSetName != InputSet)
        {
            base.ReadInput();
            return;
        }

        foreach (var record in InputObject)
        {
            if (_selector!.IsWanted(record, out var problem))
                HandleItem(new ReadItem(record, null));
            else if (problem is not null)
                Write(problem);
        }

        ReportProgress();
    }

    private protected override bool Handle(FlowLogRecord record)
    {
        Tally.Add(record);
        try
        {
            _runner!.Add(record);
        }
        catch (FlowLogException e)
        {
            // No other file or log group would make it fewer groups.
            OnProblem(e);
            ThrowTerminatingError(ErrorRecords.From(e));
        }

        return true;
    }

    private protected override void End() => Run(
        () =>
        {
            var result = _runner!.Finish();
            foreach (var field in result.LackingFields)
                WriteWarning($"Records were read whose format lacks the field {field}; it counts as missing there.");
            foreach (var measure in MeasureOutput.Wrap(result))
                WriteObject(measure);
        },
        isNeeded: true);

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
