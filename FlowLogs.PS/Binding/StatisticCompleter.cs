using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Cloud;

namespace FlowLogs.PS.Binding;

/// <summary>Completes CloudWatch's statistics, and the percentiles that are asked for most.</summary>
public sealed class StatisticCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Matching(MetricStatistics.Names.Concat(["p50", "p90", "p99"]), wordToComplete);
}
