using FlowLogs.Querying.Cells;
using FlowLogs.Querying.Tables;
using FlowLogs.Records;

namespace FlowLogs.Querying.Answers;

/// <summary>The rows of an answer, in order, and where their values come from.</summary>
internal sealed class MeasureRows
{
    private readonly MeasurePlace[] _places;
    private readonly CellSource[] _keys;
    private readonly SharedTable _groups;
    private readonly GroupLayout _layout;
    private readonly TextStore _texts;
    private readonly RowOrder _order;

    /// <summary>Puts the groups in order; those that are not wanted are kept by nothing.</summary>
    public MeasureRows(MeasurePlan plan, SharedTable groups, IReadOnlyList<FlowField> lacking)
    {
        var isAll = plan.Query.Top is not { } top || top >= groups.Count;
        _places = plan.Places;
        _keys = plan.Keys;
        _layout = plan.Layout;
        _order = new GroupOrder(plan, groups).First(isAll ? groups.Count : plan.Query.Top!.Value);
        Result = new FlowQueryResult
        {
            Columns = plan.Query.Columns,
            Groups = groups.Count,
            LackingFields = lacking,
            Rows = InOrder(),
        };
        if (isAll)
        {
            groups.Seal();
            _groups = groups;
            _texts = plan.Texts;
            return;
        }

        _texts = new TextStore();
        var rows = _order.All();
        _groups = groups.Pick(rows, plan.Texts, _texts);
    }

    /// <summary>The answer.</summary>
    public FlowQueryResult Result { get; }

    /// <summary>A value of a row.</summary>
    public object? ValueOf(int row, int column)
    {
        var place = _places[column];
        var values = _groups.Values(row);
        return place.Kind switch
        {
            FlowColumnKind.Count => (long)GroupLayout.Count(values),
            FlowColumnKind.Sum when GroupLayout.Sum(values, place.Index) is var sum =>
                sum >= long.MinValue && sum <= long.MaxValue ? (object)(long)sum : (decimal)sum,
            FlowColumnKind.Distinct => (long)_layout.Distinct(values, place.Index),
            _ => Cell.ToValue(_groups.Key(row)[place.Index], _keys[place.Index].Field, _texts),
        };
    }

    // A row is made when it is asked for, and again for whoever asks again.
    private IEnumerable<FlowMeasure> InOrder()
    {
        var make = MeasureShape.Of(Result.Columns);
        foreach (var part in _order.Parts)
        {
            foreach (var row in part.Value)
            {
                var measure = make();
                measure.Bind(this, row);
                yield return measure;
            }
        }
    }
}
