using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Conditions;
using FlowLogs.PS.Commands;
using FlowLogs.Querying;
using FlowLogs.Records;

namespace FlowLogs.PS.Binding;

/// <summary>Completes the fields of a measurement: for -Sum those that hold amounts, for -OrderBy the columns there will be.</summary>
public sealed class MeasureColumnCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var values = parameterName switch
        {
            nameof(MeasureFlowLogCommand.OrderBy) => Columns(fakeBoundParameters).Select(static column => (column.Name, column.Field?.Meaning ?? string.Empty)),
            nameof(MeasureFlowLogCommand.Sum) => Fields(static field => field.Type == FlowFieldType.Int64),
            _ => Fields(static _ => true),
        };
        return Completion.Matching(values, wordToComplete);
    }

    private static IEnumerable<(string Value, string Tip)> Fields(Func<FlowField, bool> isMeant) =>
        FlowFields.All.Where(isMeant).Select(static field => (field.PropertyName, field.Meaning));

    private static IReadOnlyList<FlowColumn> Columns(IDictionary bound) => new FlowQuery
    {
        GroupBy = [.. Named(bound[nameof(MeasureFlowLogCommand.GroupBy)])],
        Sums = [.. Named(bound[nameof(MeasureFlowLogCommand.Sum)])],
        Distinct = [.. Named(bound[nameof(MeasureFlowLogCommand.Distinct)])],
        Bin = bound.Contains(nameof(MeasureFlowLogCommand.Bin)) ? TimeSpan.FromHours(1) : null,
    }.Columns;

    private static IEnumerable<FlowField> Named(object? argument) => (argument switch
    {
        string name => [name],
        IEnumerable names => names.Cast<object>(),
        _ => [],
    }).Select(static name => FlowExpression.FindField($"{name}"));
}
