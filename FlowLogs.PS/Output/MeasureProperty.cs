using System.Management.Automation;

namespace FlowLogs.PS.Output;

/// <summary>A property that knows how its column is shown.</summary>
internal sealed class MeasureProperty(MeasureColumn column, object? value) : PSNoteProperty(column.Name, value)
{
    public MeasureColumn Column { get; } = column;

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => new MeasureProperty(Column, Value);
}
