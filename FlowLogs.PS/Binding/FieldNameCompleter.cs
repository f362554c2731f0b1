using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Records;

namespace FlowLogs.PS.Binding;

/// <summary>Completes AWS's field names.</summary>
public sealed class FieldNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Matching(FlowFields.All.Select(static field => field.Name), wordToComplete);
}
