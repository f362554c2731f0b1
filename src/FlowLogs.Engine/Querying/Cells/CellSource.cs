using System.Runtime.InteropServices;
using FlowLogs.Records;

namespace FlowLogs.Querying.Cells;

/// <summary>What a query takes of each line: a field, and what is made of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellSource(FlowField Field, CellKind Kind)
{
    /// <summary>The cell that tells the values of a field apart.</summary>
    public static CellSource Of(FlowField field) => new(field, field switch
    {
        { Type: FlowFieldType.Int32 or FlowFieldType.Int64 } => CellKind.Number,
        { Type: FlowFieldType.Time } => CellKind.Time,
        { Id: FlowFieldId.SrcAddr or FlowFieldId.DstAddr or FlowFieldId.PktSrcAddr or FlowFieldId.PktDstAddr } => CellKind.Address,
        _ => CellKind.Text,
    });
}
