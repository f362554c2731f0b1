using System.Runtime.InteropServices;
using FlowLogs.Querying.Cells;
using FlowLogs.Querying.Tables;
using FlowLogs.Records;

namespace FlowLogs.Querying.Answers;

/// <summary>A number that groups are ordered by where all parts before it are equal.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Place">Where that is among the numbers of a group.</param>
/// <param name="Next">The part behind all that are made of the same.</param>
/// <param name="Offset">Of a stored text: where its part begins.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderPart(OrderPartKind Kind, int Place, int Next, int Offset = 0)
{
    /// <summary>The parts of the order that a query wants, for texts that are all there.</summary>
    public static OrderPart[] Of(MeasurePlan plan)
    {
        var parts = new List<OrderPart>();
        if (plan.Query.OrderBy is { } column)
            AddColumn(parts, plan, plan.Places[plan.Query.Columns.ToList().IndexOf(column)]);
        for (var i = 0; i < plan.Keys.Length; i++)
            AddKey(parts, plan, i);
        return [.. parts];
    }

    private static void AddColumn(List<OrderPart> parts, MeasurePlan plan, MeasurePlace place)
    {
        var layout = plan.Layout;
        switch (place.Kind)
        {
            case FlowColumnKind.Count:
                parts.Add(new OrderPart(OrderPartKind.Measure, layout.KeyLength, 1));
                break;
            case FlowColumnKind.Sum:
                parts.Add(new OrderPart(OrderPartKind.UpperMeasure, layout.KeyLength + GroupLayout.SumPlace(place.Index) + 1, 2));
                parts.Add(new OrderPart(OrderPartKind.Measure, layout.KeyLength + GroupLayout.SumPlace(place.Index), 2));
                break;
            case FlowColumnKind.Distinct:
                parts.Add(new OrderPart(OrderPartKind.Measure, layout.KeyLength + layout.DistinctPlace(place.Index), 1));
                break;
            default:
                AddKey(parts, plan, place.Index);
                break;
        }
    }

    // Most cells tell their order; the long texts of others are looked at where their beginnings are the same.
    private static void AddKey(List<OrderPart> parts, MeasurePlan plan, int index)
    {
        var isText = plan.Keys[index].Field.Type == FlowFieldType.Text;
        var chunks = Math.Max(0, plan.Texts.MaxLength - Cell.MaxShortText + sizeof(ulong) - 1) / sizeof(ulong);
        var next = parts.Count + 1 + (chunks == 0 ? 0 : chunks + 1);
        parts.Add(new OrderPart(isText ? OrderPartKind.Text : OrderPartKind.Number, index, next));
        if (chunks == 0)
            return;
        for (var i = 0; i < chunks; i++)
            parts.Add(new OrderPart(OrderPartKind.StoredText, index, next, Cell.MaxShortText + (i * sizeof(ulong))));
        parts.Add(new OrderPart(OrderPartKind.StoredLength, index, next));
    }
}
