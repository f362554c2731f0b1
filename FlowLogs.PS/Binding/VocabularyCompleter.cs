using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Conditions;

namespace FlowLogs.PS.Binding;

/// <summary>Completes the values of fields that have few.</summary>
public sealed class VocabularyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Matching(Values(parameterName), wordToComplete);

    private static IEnumerable<string> Values(string parameterName) => parameterName switch
    {
        "Action" => ["ACCEPT", "REJECT"],
        "LogStatus" => ["OK", "NODATA", "SKIPDATA"],
        "Protocol" => IPProtocols.Names,
        _ => [],
    };
}
