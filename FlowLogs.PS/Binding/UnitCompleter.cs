using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Cloud;

namespace FlowLogs.PS.Binding;

/// <summary>Completes CloudWatch's units.</summary>
public sealed class UnitCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Matching(MetricFilterRules.Units, wordToComplete);
}
